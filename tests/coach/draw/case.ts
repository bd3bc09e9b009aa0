import type { Sources } from "../../../src/coach/draw/draw-tell.ts";
import type { Tell } from "../../../src/coach/tell.ts";

/** A tell at one moment of a round, with what it is drawn from. */
export interface Case {
  readonly name: string;
  readonly tell: Tell;
  readonly sources: Sources;
}
