"use strict";
// Finds things by name in the files of names beside it; loads those that a question needs.
const coordgraphSearch = (() => {
  const MOST = 50;
  const WAIT = 120;
  const FILES = 8;
  const input = document.getElementById("q");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const words = list.dataset;
  const loaded = new Map();
  const arriving = new Map();
  let shards = null;
  let kinds = {};
  let asked = 0;

  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
  const parts = (text) => fold(text).match(/[\p{L}\p{N}_]+/gu) || [];

  function load(place) {
    if (!arriving.has(place)) {
      arriving.set(place, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = place;
        script.onload = done;
        script.onerror = failed;
        document.head.append(script);
      }));
    }
    return arriving.get(place);
  }

  // The files whose names have a word that begins so, and how many names these have.
  function files(word) {
    const short = word.slice(0, 12);
    return Object.keys(shards).filter((prefix) => {
      const bare = prefix.trimEnd();
      if (prefix !== bare) return bare.startsWith(short);
      return bare.startsWith(short) || short.startsWith(bare);
    });
  }

  const size = (prefixes) => prefixes.reduce((sum, prefix) => sum + shards[prefix][0], 0);

  async function find(question) {
    const wanted = parts(question);
    if (!wanted.length) return null;
    const choices = wanted.map(files);
    if (choices.some((some) => !some.length)) return { things: [], cut: false };
    const best = choices.reduce((one, other) => (size(other) < size(one) ? other : one));
    const some = best.slice(0, FILES);
    await Promise.all(some.map((prefix) => load(`${words.index}/${shards[prefix][1]}.js`)));
    const cut = some.length < best.length
      || some.some((prefix) => loaded.get(prefix).length < shards[prefix][0]);
    const seen = new Map();
    for (const prefix of some) {
      for (const [name, place, kind, others] of loaded.get(prefix)) {
        if (!seen.has(place)) {
          const rank = match(wanted, name, others);
          if (rank < 9) seen.set(place, { name, place, kind, others, rank });
        }
      }
    }
    const things = [...seen.values()].sort((a, b) =>
      a.rank - b.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
    return { things, cut };
  }

  // 0: a name is just this; 1: a name begins so; 2: its words do; 3: other names have them; 9: no.
  function match(wanted, name, others) {
    const all = wanted.join(" ");
    const names = [name, ...others].map((one) => parts(one));
    if (names.some((one) => one.join(" ") === all)) return 0;
    if (names.some((one) => one.join(" ").startsWith(all))) return 1;
    const has = (one) => wanted.every((word) => one.some((other) => other.startsWith(word)));
    if (names.some(has)) return 2;
    return has(names.flat()) ? 3 : 9;
  }

  function show({ things, cut }) {
    const text = !things.length && !cut ? words.none
      : cut && things.length <= MOST ? words.common
      : things.length > MOST ? words.more : words.found;
    status.textContent = text.replace("{n}", things.length > MOST ? MOST : things.length);
    list.replaceChildren(...things.slice(0, MOST).map(item));
  }

  function item({ name, place, kind, others }) {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = place.split("/").map(encodeURIComponent).join("/");
    link.dir = "auto";
    link.textContent = name;
    const note = document.createElement("span");
    note.className = "note";
    note.dir = "auto";
    note.textContent = [kinds[kind], ...others.slice(0, 2)].join(" · ");
    entry.append(link, note);
    return entry;
  }

  async function ask() {
    const turn = ++asked;
    const answer = shards ? await find(input.value) : null;
    if (turn !== asked) return;
    if (answer) show(answer);
    else {
      status.textContent = "";
      list.replaceChildren();
    }
  }

  function start() {
    let timer = 0;
    input.value = new URLSearchParams(location.search).get("q") || "";
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
      ask();
    });
    input.focus();
    load(`${words.index}.js`).then(ask);
  }

  start();
  return {
    index(all, names) {
      shards = all;
      kinds = names;
    },
    names(prefix, entries) {
      loaded.set(prefix, entries);
    },
  };
})();
