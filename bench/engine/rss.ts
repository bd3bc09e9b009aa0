import { z } from "zod";
import { bundle, linesOf, run } from "../../tests/store/run-bundled.ts";
import type { Figure } from "../figure.ts";

const ROUNDS = 10_000;
/** Megabytes: the limit that the engine keeps to. */
const LIMIT = 20;
const measured = z.object({ grownMegabytes: z.number() });

/** How much a warm process grows while 10,000 rounds, each of a company of its own, are opened and half answered: the engine keeps nothing of a round. */
export async function measureEngineRss(): Promise<Figure> {
  const child = await bundle("bench/engine/rss-child.ts");
  try {
    const [line = ""] = await linesOf(run(process.execPath, [child.file, String(ROUNDS)]));
    const value = measured.parse(JSON.parse(line)).grownMegabytes;
    return { name: "engine.rss", value, unit: "MB", floor: LIMIT, ratio: value / LIMIT, better: "lower" };
  } finally {
    child.remove();
  }
}
