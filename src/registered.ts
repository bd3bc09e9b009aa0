import { results } from "./coach/results.ts";
import { saves } from "./customers/effects/saves.ts";
import { effects } from "./plan/effects/effects.ts";

/** All that flows may name under `result`, `effects` and `saves`: for the start and for `npm run flows:check`. */
export const registered = { results, effects, saves };
