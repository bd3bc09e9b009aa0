import { fetchFile } from "../../fetch-file.ts";
import type { Incoming } from "../../incoming.ts";
import type { Heard, TeamsActivity } from "./read-activity.ts";

/** Where files of a Microsoft tenant lie: SharePoint and OneDrive, in all clouds (Microsoft 365 URLs and IP address ranges). */
const STORES = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn", ".svc.ms", ".1drv.com"];

/** The file of a message as the coach reads it; nothing where Teams gave no address for it. */
export function sentFile(
  heard: Pick<Extract<TeamsActivity, { kind: "message" }>, "downloads" | "serviceUrl">,
): Pick<Extract<Incoming, { kind: "sent-file" }>, "file"> {
  const [file, another] = heard.downloads;
  if (!file) return {};
  if (another) return { file: { kind: "several" } };
  const url = new URL(file.url);
  const read = (most: number) =>
    liesWithMicrosoft(url, heard) ? fetchFile(url, { most }) : Promise.resolve({ kind: "unreachable" } as const);
  return { file: { kind: "one", name: file.name, read } };
}

/** The address is its own permission: no token goes with it. A stand-in of Teams on this machine keeps its files itself. */
export function liesWithMicrosoft(url: URL, { serviceUrl }: Pick<Heard, "serviceUrl">): boolean {
  const service = new URL(serviceUrl);
  if (service.hostname === "127.0.0.1" && url.hostname === "127.0.0.1") return true;
  return url.protocol === "https:" && STORES.some((store) => url.hostname.endsWith(store));
}
