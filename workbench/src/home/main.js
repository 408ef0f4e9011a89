// Home: actors found by name as one types.
import { needed, place } from "../shared/dom.js";
import { finder } from "../shared/finder.js";
import { tell } from "../shared/notices.js";

finder(needed("#q", HTMLInputElement), ({ actor }) => location.assign(place(actor)), tell);
