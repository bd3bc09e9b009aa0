import { z } from "zod";
import { PostFailed } from "../../../channel.ts";
import type { FetchedFile, Incoming } from "../../../incoming.ts";
import type { SlackFile } from "../read/told.ts";
import type { Doer, Taking } from "./taking.ts";

const infoSchema = z.object({ file: z.object({ url_private_download: z.string() }) });

/** The file of a message as the coach reads it; nothing where there is none that Luotsi can see. */
export function sentFile(
  parts: Pick<Taking, "api" | "log">,
  { installation: { _id: installation } }: Doer,
  files: readonly SlackFile[],
): Pick<Extract<Incoming, { kind: "sent-file" }>, "file"> {
  const [file, another] = files;
  if (!file) return {};
  if (another) return { file: { kind: "several" } };
  const { name, size } = file;
  const read = (most: number) => fetched(parts, installation, file, most);
  return { file: { kind: "one", name, ...(size === undefined ? {} : { size }), read } };
}

async function fetched(
  { api, log }: Pick<Taking, "api" | "log">,
  installation: string,
  { id, url }: SlackFile,
  most: number,
): Promise<FetchedFile> {
  try {
    const known =
      url ?? infoSchema.parse(await api.call(installation, "files.info", { file: id })).file.url_private_download;
    return await api.fetchFile(installation, known, most);
  } catch (error) {
    if (!(error instanceof PostFailed || error instanceof z.ZodError)) throw error;
    log.warn({ installation, file: id, err: error }, "a file cannot be fetched; check the scope files:read");
    return { kind: "unreachable" };
  }
}
