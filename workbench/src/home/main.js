// Home: actors found by name as one types, and a small picture where there is room.
import { needed, place } from "../shared/dom.js";
import { finder } from "../shared/finder.js";
import { tell } from "../shared/notices.js";
import { picture } from "./picture.js";

finder(needed("#q", HTMLInputElement), ({ actor }) => location.assign(place(actor)), tell);

const free = document.getElementById("picture");
// An ornament: where it cannot be had, the page is whole without it.
if (free && matchMedia("(min-width: 62rem)").matches) picture(free).catch(() => free.remove());
