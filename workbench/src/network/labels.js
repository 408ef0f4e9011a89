// Names in the picture: the most important first, and none over another.

/**
 * @typedef {{x: number, y: number, radius: number, width: number, height: number}} Wanted
 * @typedef {{left: number, top: number}} Placed
 */

const CELL = 48;

/**
 * Place labels beside their actors where there is room, in the order in which they are given; none lies
 * over an actor that came before its own.
 * @param {Iterable<Wanted & {at: number}>} wanted
 * @param {{width: number, height: number}} room
 * @param {number} most
 * @returns {{at: number, left: number, top: number}[]}  The middle of the left edge of each.
 */
export function placed(wanted, { width, height }, most) {
  const taken = new Grid(width, height);
  const found = [];
  for (const one of wanted) {
    if (found.length >= most) break;
    if (one.x < -one.width || one.y < 0 || one.x > width + one.width || one.y > height) continue;
    for (const left of [one.x + one.radius + 3, one.x - one.radius - 3 - one.width]) {
      const box = { left, top: one.y - one.height / 2, right: left + one.width, bottom: one.y + one.height / 2 };
      if (left < 0 || box.right > width || !taken.add(box)) continue;
      found.push({ at: one.at, left, top: one.y });
      break;
    }
    const half = one.radius * 0.7;
    taken.take({ left: one.x - half, top: one.y - half, right: one.x + half, bottom: one.y + half });
  }
  return found;
}

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

class Grid {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.columns = Math.ceil(width / CELL) + 1;
    this.rows = Math.ceil(height / CELL) + 1;
    /** @type {Map<number, Box[]>} */
    this.cells = new Map();
  }

  /**
   * Take a box; say whether it was free.
   * @param {Box} box
   */
  add(box) {
    const cells = this.under(box);
    const hit = cells.some((cell) => this.cells.get(cell)?.some((other) =>
      box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom));
    if (!hit) this.take(box);
    return !hit;
  }

  /** @param {Box} box */
  take(box) {
    for (const cell of this.under(box)) {
      const known = this.cells.get(cell);
      if (known) known.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  /** @param {Box} box */
  under({ left, top, right, bottom }) {
    const found = [];
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1)
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) found.push(row * (this.columns + 2) + column);
    return found;
  }
}

/**
 * A name no longer than a picture has room for.
 * @param {string} name
 * @param {number} [most]
 */
export function shortened(name, most = 38) {
  const letters = [...name.slice(0, 4 * most)];
  return letters.length > most || name.length > 4 * most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : name;
}
