import { z } from "zod";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { PostFailed } from "../../channel.ts";
import type { FileSource } from "../../file-source.ts";
import type { OpenSlackApi } from "./create-slack-api.ts";

interface SharingParts {
  readonly api: Pick<OpenSlackApi, "call" | "upload">;
  readonly files?: FileSource;
  readonly log: { warn(fields: object, text: string): void };
}

const TIMEOUT_MS = 20_000;
const placeSchema = z.object({ upload_url: z.url(), file_id: z.string() });

/** Uploads the files that a message names into the private chat where it stands; one that cannot be uploaded is told of there. */
export async function shareFiles(
  parts: SharingParts,
  { installation, channel }: { readonly installation: string; readonly channel: string },
  { company, person }: { readonly company: string; readonly person: string },
  message: Message,
): Promise<void> {
  for (const block of message.blocks) {
    if (block.kind !== "file") continue;
    const made = await parts.files?.open(company, person, block.file);
    const say = words(message.language);
    if (!made) await tell(parts, installation, channel, say("exchange.file.expired"));
    else if (!(await shared(parts, { installation, channel }, made)))
      await tell(parts, installation, channel, say("exchange.file.failed"));
  }
}

async function shared(
  { api, log }: SharingParts,
  { installation, channel }: { readonly installation: string; readonly channel: string },
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<boolean> {
  try {
    const asked = { filename: name, length: bytes.byteLength };
    const place = placeSchema.safeParse(await api.call(installation, "files.getUploadURLExternal", asked));
    if (!place.success) throw new PostFailed(`${installation}: Slack gave no place for a file`);
    await api.upload(place.data.upload_url, bytes, TIMEOUT_MS);
    const files = [{ id: place.data.file_id, title: name }];
    await api.call(installation, "files.completeUploadExternal", { files, channel_id: channel });
    return true;
  } catch (error) {
    if (!(error instanceof PostFailed)) throw error;
    log.warn({ installation, err: error }, "a file could not be uploaded; check the scope files:write");
    return false;
  }
}

async function tell({ api, log }: SharingParts, installation: string, channel: string, text: string): Promise<void> {
  try {
    await api.call(installation, "chat.postMessage", { channel, text });
  } catch (error) {
    if (!(error instanceof PostFailed)) throw error;
    log.warn({ installation, err: error }, "that a file was not sent could not be told");
  }
}
