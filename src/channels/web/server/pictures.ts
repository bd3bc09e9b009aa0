import type { Chart } from "../../../message/chart.ts";
import type { MessageLog } from "../log/message-log.ts";
import { pictureKey } from "../log/show-message.ts";
import { Refusal } from "./refusal.ts";

/** Draws the picture that a key names, from the message that it stands in: so pictures outlive a restart without being stored. */
export function createPictures(
  log: MessageLog,
  drawPicture: (chart: Chart) => Promise<Uint8Array>,
): (key: string) => Promise<Uint8Array> {
  async function chartOf(key: string): Promise<Chart> {
    const [id = "", index = ""] = key.split(".");
    const stored = id === "" ? undefined : await log.get(Buffer.from(id, "base64url").toString());
    const charts = stored?.message?.blocks.flatMap((block) => (block.kind === "picture" ? block.chart : [])) ?? [];
    const chart = charts[Number(index)];
    if (!stored || !chart || pictureKey(stored._id, Number(index), chart) !== key)
      throw new Refusal(404, (say) => say("web.server.noPath"));
    return chart;
  }

  return async (key) => drawPicture(await chartOf(key));
}
