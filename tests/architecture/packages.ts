import { roomOf } from "./rooms.ts";
import { importedPackages, type SourceFile } from "./source-file.ts";

/** Which rooms may use a package: an SDK stays with its adapter. "anywhere" is for what is as plain as the language. */
export const PACKAGES: { readonly [name: string]: readonly string[] | "anywhere" } = {
  zod: "anywhere",
  "fastest-levenshtein": "anywhere",
  "lru-cache": "anywhere",
  mongodb: ["store/mongo"],
  libsql: ["store/embedded"],
  "@slack/bolt": ["channels/slack"],
  "@slack/oauth": ["channels/slack"],
  "@slack/types": ["channels/slack"],
  "@slack/web-api": ["channels/slack"],
  undici: ["channels/slack", "channels/teams"],
  "@azure/msal-node": ["channels/teams"],
  "@microsoft/teams.api": ["channels/teams"],
  "@microsoft/teams.apps": ["channels/teams"],
  "@microsoft/teams.cards": ["channels/teams"],
  agenda: ["reminders/agenda"],
  "@agendajs/mongo-backend": ["reminders/agenda"],
  hono: ["channels/web"],
  "@hono/node-server": ["channels/web"],
  adaptivecards: ["channels/web/page"],
  preact: ["channels/web/page"],
  "@resvg/resvg-js": ["charts"],
  "@expo-google-fonts/inter": ["charts"],
  fflate: ["customers"],
  papaparse: ["customers"],
  "read-excel-file": ["customers"],
  "write-excel-file": ["customers"],
  yaml: ["flow"],
  luxon: ["calendar"],
  "date-holidays": ["calendar"],
  // The page has words of its own, in the browser.
  i18next: ["text", "channels/web/page"],
  pino: ["log.ts"],
};

/** Rooms that use nothing of Node's: they are pure, or they run in the browser. */
const WITHOUT_NODE = [
  "message",
  "text",
  "assessment",
  "people",
  "cadence",
  "channels",
  "channels/cards",
  "channels/web/page",
];

/** Packages used where the table does not allow it, or that it does not know; modules of Node's in rooms that go without. */
export function foreignPackages(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path) ?? "";
    return importedPackages(file).flatMap((name) => {
      if (name.startsWith("node:")) return WITHOUT_NODE.includes(room) ? [`${file.path} may not use ${name}`] : [];
      const rooms = PACKAGES[name];
      if (rooms === undefined) return [`${file.path} uses ${name}, which is not in the table of packages`];
      return rooms === "anywhere" || rooms.includes(room) ? [] : [`${file.path} may not use ${name}`];
    });
  });
}
