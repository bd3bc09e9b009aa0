import type { Chart } from "../../../message/chart.ts";
import type { Message } from "../../../message/message.ts";

/** "Pictures up to 1024×1024 and 1 MB" (Teams, "Format your bot messages"). */
const MOST_BYTES = 1024 * 1024;

/**
 * The message's charts as data addresses. They travel inside the card: Teams counts base64 pictures in no message's size (100 KB, 80 advised, "Format
 * your bot messages"), so nothing need be reachable from outside, and no picture of a team's answers hangs on an address that might be passed on. A chart that cannot be
 * drawn, or is too heavy, is left out: its words stand in its place.
 */
export async function picturesOf(
  message: Message,
  drawPicture: (chart: Chart) => Promise<Uint8Array>,
  log: { warn(fields: object, text: string): void },
): Promise<ReadonlyMap<Chart, string>> {
  const charts = message.blocks.flatMap((block) => (block.kind === "picture" ? block.chart : []));
  const drawn = await Promise.all(
    charts.map(async (chart): Promise<readonly (readonly [Chart, string])[]> => {
      try {
        const png = await drawPicture(chart);
        if (png.byteLength > MOST_BYTES) return [];
        return [[chart, `data:image/png;base64,${Buffer.from(png).toString("base64")}`]];
      } catch (error) {
        log.warn({ err: error, chart: chart.kind }, "a picture could not be drawn; its words stand in its place");
        return [];
      }
    }),
  );
  return new Map(drawn.flat());
}
