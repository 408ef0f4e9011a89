// Names in the picture: the most important first, and none over another.

/**
 * @typedef {{x: number, y: number, radius: number, width: number, height: number}} Wanted
 * @typedef {{left: number, top: number}} Placed
 */

const CELL = 48;

/**
 * Place labels beside their actors where there is room, in the order in which they are given; none lies
 * over an actor that came before its own, nor, where there is room elsewhere, over any of `actors`.
 * @param {Iterable<Wanted & {at: number}>} wanted
 * @param {{width: number, height: number}} room
 * @param {number} most
 * @param {Wanted[]} [actors]
 * @returns {{at: number, left: number, top: number}[]}  The middle of the left edge of each.
 */
export function placed(wanted, { width, height }, most, actors = []) {
  const taken = new Grid(width, height);
  const all = new Grid(width, height);
  for (const one of actors) all.take(middle(one));
  const found = [];
  for (const one of wanted) {
    if (found.length >= most) break;
    if (one.x < -one.width || one.y < 0 || one.x > width + one.width || one.y > height) continue;
    const isFree = (/** @type {Box} */ box) => box.left >= 0 && box.right <= width && taken.isFree(box);
    const free = beside(one).filter(isFree);
    const box = free.find((other) => all.isFree(other))
      ?? (actors.length ? aboveAndBelow(one).filter(isFree).find((other) => all.isFree(other)) : undefined) ?? free[0];
    if (box) {
      taken.take(box);
      found.push({ at: one.at, left: box.left, top: (box.top + box.bottom) / 2 });
    }
    taken.take(middle(one));
  }
  return found;
}

/** @param {Wanted} one @returns {Box} */
function middle({ x, y, radius }) {
  const half = radius * 0.7;
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

/** @param {Wanted} one @returns {Box[]} */
const beside = ({ x, y, radius, width, height }) =>
  [x + radius + 3, x - radius - 3 - width].map((left) => ({ left, top: y - height / 2, right: left + width, bottom: y + height / 2 }));

/** @param {Wanted} one @returns {Box[]} */
const aboveAndBelow = ({ x, y, radius, width, height }) =>
  [y - radius - 2 - height, y + radius + 2].map((top) => ({ left: x - width / 2, top, right: x + width / 2, bottom: top + height }));

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

class Grid {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.columns = Math.ceil(width / CELL) + 1;
    this.rows = Math.ceil(height / CELL) + 1;
    /** @type {Map<number, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box */
  isFree(box) {
    return !this.under(box).some((cell) => this.cells.get(cell)?.some((other) =>
      box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom));
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
