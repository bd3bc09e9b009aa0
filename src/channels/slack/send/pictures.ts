import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Chart } from "../../../message/chart.ts";
import { PostFailed } from "../../channel.ts";
import type { OpenSlackApi } from "./create-slack-api.ts";

export interface PictureParts {
  readonly api: Pick<OpenSlackApi, "call" | "upload">;
  /** A chart as PNG. */
  drawPicture(chart: Chart): Promise<Uint8Array>;
  readonly now: () => number;
  wait(milliseconds: number): Promise<void>;
  readonly log: { warn(fields: object, text: string): void };
}

/** The Slack file of a chart, for an image block; undefined when it cannot be had in time: the message then goes with the picture's description. */
export type PictureFile = (installation: string, chart: Chart) => Promise<string | undefined>;

const KEPT = 2_000;
/** The message that shows it must be sent within its delivery's lease. */
const WITHIN_MS = 8_000;
const FIRST_PAUSE_MS = 250;

const placeSchema = z.object({ upload_url: z.url(), file_id: z.string() });
const fileSchema = z.object({ file: z.object({ mimetype: z.string().optional() }) });

/**
 * Uploads charts, each once an installation while it is remembered. The file is shared to no channel: an image block that names it shows it there.
 * Slack looks through a new file first; a block that names it before its type is known is refused (docs.slack.dev: "Working with files").
 */
export function createPictures({ api, drawPicture, now, wait, log }: PictureParts): PictureFile {
  const kept = new LRUCache<string, Promise<string>>({ max: KEPT });

  async function upload(installation: string, chart: Chart, hash: string): Promise<string> {
    const until = now() + WITHIN_MS;
    const left = () => ({ timeoutMs: Math.max(1, until - now()) });
    const bytes = await drawPicture(chart);
    const asked = { filename: `luotsi-${hash}.png`, length: bytes.byteLength, alt_txt: chart.title };
    const place = placeSchema.safeParse(await api.call(installation, "files.getUploadURLExternal", asked, left()));
    if (!place.success) throw new PostFailed(`${installation}: Slack gave no place for a picture`);
    const { upload_url, file_id } = place.data;
    await api.upload(upload_url, bytes, left().timeoutMs);
    const files = [{ id: file_id, title: chart.title }];
    await api.call(installation, "files.completeUploadExternal", { files }, left());
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
      const info = fileSchema.safeParse(await api.call(installation, "files.info", { file: file_id }, left()));
      if (info.data?.file.mimetype) return file_id;
      if (now() + pauseMs >= until) throw new PostFailed(`${installation}: Slack has not taken in ${file_id} in time`);
      await wait(pauseMs);
    }
  }

  return async (installation, chart) => {
    const hash = createHash("sha256").update(JSON.stringify(chart)).digest("hex").slice(0, 16);
    const key = `${installation} ${hash}`;
    const known = kept.get(key);
    const file = known ?? upload(installation, chart, hash);
    if (!known) kept.set(key, file);
    try {
      return await file;
    } catch (error) {
      if (kept.get(key) === file) kept.delete(key);
      if (!known)
        log.warn({ installation, err: error }, "the picture could not be uploaded; its description goes instead");
      return undefined;
    }
  };
}
