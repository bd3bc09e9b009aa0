import { z } from "zod";
import { words } from "../../../text/text.ts";
import { PostFailed } from "../../channel.ts";
import type { MadeFile } from "../../file-source.ts";
import type { Speaker } from "../arrivals/arrivals.ts";
import { toSend } from "../send/wire.ts";
import { type Answer, type ReceiveParts, TAKEN } from "./receive-parts.ts";
import { liesWithMicrosoft } from "./sent-file.ts";
import type { Invoke } from "./tap.ts";

const consentSchema = z.looseObject({
  action: z.enum(["accept", "decline"]),
  context: z.looseObject({ luotsiFile: z.string().max(200) }),
  uploadInfo: z
    .looseObject({
      contentUrl: z.url(),
      uploadUrl: z.url({ protocol: /^https?$/ }),
      name: z.string(),
      uniqueId: z.string(),
      fileType: z.string(),
    })
    .optional(),
});
type Upload = NonNullable<z.infer<typeof consentSchema>["uploadInfo"]>;

const FILE_INFO = "application/vnd.microsoft.teams.card.file.info";
const TIMEOUT_MS = 30_000;

/** Somebody let a file be saved in their OneDrive, or not. It is uploaded after the answer, which Teams awaits at once. */
export async function takeConsent(parts: ReceiveParts, heard: Invoke, speaker: Speaker): Promise<Answer> {
  const read = consentSchema.safeParse(heard.value).data;
  if (!read) return TAKEN;
  const say = words(speaker.person.language);
  if (read.action === "decline" || !read.uploadInfo) {
    tell(parts, heard, speaker, say("exchange.file.declined"));
    return TAKEN;
  }
  const { company } = speaker.installation;
  const made = await parts.files.open(company, speaker.person._id, read.context.luotsiFile);
  if (!made) {
    tell(parts, heard, speaker, say("exchange.file.expired"));
    return TAKEN;
  }
  const { uploadInfo } = read;
  void uploaded(made, uploadInfo, heard).then((isThere) => {
    if (isThere) show(parts, heard, speaker, uploadInfo);
    else tell(parts, heard, speaker, say("exchange.file.failed"));
  });
  return TAKEN;
}

/** One request for the whole file, as OneDrive's upload session takes it. */
async function uploaded({ bytes }: MadeFile, { uploadUrl }: Upload, heard: Invoke): Promise<boolean> {
  const url = new URL(uploadUrl);
  if (!liesWithMicrosoft(url, heard)) return false;
  try {
    const response = await fetch(url, {
      method: "PUT",
      headers: {
        "content-type": "application/octet-stream",
        "content-range": `bytes 0-${bytes.length - 1}/${bytes.length}`,
      },
      body: new Uint8Array(bytes),
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch (error) {
    // Away, cut off or too slow: fetch throws a TypeError, the signal a DOMException.
    if (error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
}

function show(parts: ReceiveParts, heard: Invoke, speaker: Speaker, upload: Upload): void {
  const { contentUrl, name, uniqueId, fileType } = upload;
  const attachment = { contentType: FILE_INFO, contentUrl, name, content: { uniqueId, fileType } };
  send(parts, heard, speaker, toSend({ type: "message", summary: name, attachments: [attachment] }));
}

function tell(parts: ReceiveParts, heard: Invoke, speaker: Speaker, text: string): void {
  send(parts, heard, speaker, toSend({ type: "message", text, textFormat: "plain", summary: text }));
}

function send({ connector, log }: ReceiveParts, heard: Invoke, speaker: Speaker, activity: string): void {
  const { tenant } = speaker.installation;
  const address = { serviceUrl: heard.serviceUrl, tenant, conversation: heard.spot.conversation };
  void connector.send(address, activity, "reply").catch((error: unknown) => {
    if (!(error instanceof PostFailed)) throw error;
    log.warn({ company: speaker.installation.company, err: error }, "what became of a file could not be told");
  });
}
