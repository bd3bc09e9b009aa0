import { expect, test } from "vitest";
import { createPictures, drawPicture, pictureKey } from "../../src/charts/draw-picture.ts";
import type { Chart } from "../../src/message/chart.ts";
import { DIMENSIONS, sampleChart } from "./samples.ts";

const chart = (title: string): Chart => ({ kind: "levels", title, max: 5, rows: [], legend: [] });

/** A drawer that notes what it does, and refuses the chart called "broken". */
function recording(bytes = 10) {
  const log: string[] = [];
  const draw = async ({ title }: Chart) => {
    log.push(`begin ${title}`);
    await Promise.resolve();
    if (title === "broken") throw new Error("broken");
    log.push(`end ${title}`);
    return new Uint8Array(bytes);
  };
  return { log, draw };
}

test("equal charts give equal bytes, and a PNG", async () => {
  const one = await drawPicture(sampleChart("radar", DIMENSIONS));
  const other = await createPictures(drawPicture)(sampleChart("radar", [...DIMENSIONS]));
  expect(Buffer.from(one).equals(other)).toBe(true);
  expect(Buffer.from(one).toString("latin1", 1, 4)).toBe("PNG");
});

test("a key is short, the same for equal charts and different for different ones", () => {
  expect(pictureKey(chart("a"))).toBe(pictureKey(chart("a")));
  expect(pictureKey(chart("a"))).not.toBe(pictureKey(chart("b")));
  expect(pictureKey(chart("a"))).toMatch(/^[\w-]{22}$/);
});

test("pictures are drawn one at a time, in the order asked", async () => {
  const { log, draw } = recording();
  const drawOne = createPictures(draw);
  await Promise.all(["a", "b", "c"].map((title) => drawOne(chart(title))));
  expect(log).toEqual(["begin a", "end a", "begin b", "end b", "begin c", "end c"]);
});

test("others get their turn before each picture", async () => {
  const { log, draw } = recording();
  const drawOne = createPictures((asked) => {
    setImmediate(() => log.push("somebody else"));
    return draw(asked);
  });
  const both = Promise.all([drawOne(chart("a")), drawOne(chart("b"))]);
  log.push("asker goes on");
  await both;
  expect(log).toEqual(["asker goes on", "begin a", "end a", "somebody else", "begin b", "end b"]);
});

test("a chart asked for while it is drawn, or again later, is drawn once", async () => {
  const { log, draw } = recording();
  const drawOne = createPictures(draw);
  const [one, same] = await Promise.all([drawOne(chart("a")), drawOne(chart("a"))]);
  expect(await drawOne(chart("a"))).toBe(one);
  expect(same).toBe(one);
  expect(log).toEqual(["begin a", "end a"]);
});

test("what is remembered is bounded by bytes: the oldest is drawn again", async () => {
  const { log, draw } = recording(40);
  const drawOne = createPictures(draw, 100);
  for (const title of ["a", "b", "c", "a", "c"]) await drawOne(chart(title));
  expect(log.filter((line) => line.startsWith("begin"))).toEqual(["begin a", "begin b", "begin c", "begin a"]);
});

test("a chart that cannot be drawn fails alone and is tried again when asked again", async () => {
  const { log, draw } = recording();
  const drawOne = createPictures(draw);
  const broken = drawOne(chart("broken"));
  const next = drawOne(chart("a"));
  await expect(broken).rejects.toThrow("broken");
  expect((await next).byteLength).toBe(10);
  await expect(drawOne(chart("broken"))).rejects.toThrow("broken");
  expect(log.filter((line) => line === "begin broken")).toHaveLength(2);
});
