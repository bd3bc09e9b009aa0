import { importedFiles, type SourceFile } from "./source-file.ts";

/**
 * Who may know whom. A room is a folder of src/ with what lies under it, unless that is a room of its own; a file named here is a room too.
 * Rooms know ports and what is pure; an adapter knows its port, and no other adapter; only the wiring knows adapters.
 */
export const ROOMS: { readonly [room: string]: readonly string[] } = {
  message: [],
  text: [],
  calendar: [],
  charts: ["message"],
  flow: ["message", "text"],
  play: ["flow", "text"],
  people: ["store"],
  cadence: ["calendar", "people"],
  channels: ["message", "people", "store"],
  deliveries: ["channels", "message", "store"],
  rounds: ["deliveries", "flow", "store"],
  conversations: ["channels", "deliveries", "store"],
  plan: ["calendar", "deliveries", "flow", "people", "rounds", "store"],
  customers: ["calendar", "deliveries", "flow", "people", "rounds", "store", "text"],
  assessment: ["deliveries", "flow", "message", "rounds", "store", "text"],
  coach: [
    "assessment",
    "cadence",
    "calendar",
    "channels",
    "conversations",
    "customers",
    "deliveries",
    "flow",
    "message",
    "people",
    "plan",
    "rounds",
    "store",
    "text",
  ],
  reminders: [
    "assessment",
    "cadence",
    "calendar",
    "channels",
    "conversations",
    "customers",
    "deliveries",
    "flow",
    "message",
    "people",
    "plan",
    "rounds",
    "store",
  ],
  "reminders/agenda": ["reminders", "store"],
  store: [],
  "store/open-store.ts": ["store", "store/embedded", "store/mongo"],
  "store/embedded": ["store"],
  "store/mongo": ["store"],
  "channels/cards": ["message", "text"],
  "channels/connection.ts": ["channels"],
  "channels/slack": ["channels", "channels/connection.ts", "message", "people", "slack-settings.ts", "store", "text"],
  "channels/teams": [
    "calendar",
    "channels",
    "channels/connection.ts",
    "channels/cards",
    "message",
    "people",
    "store",
    "text",
  ],
  "channels/web": ["channels", "channels/connection.ts", "channels/cards", "message", "people", "store", "text"],
  "channels/web/page": ["channels/web", "text"],
  "slack-settings.ts": [],
  "teams-settings.ts": [],
  "start-failed.ts": [],
  "connect-teams.ts": ["channels/connection.ts", "channels/teams", "start-failed.ts", "teams-settings.ts"],
  "config.ts": ["calendar", "slack-settings.ts", "teams-settings.ts"],
  "log.ts": ["config.ts"],
  "http.ts": [],
  "logged.ts": ["channels"],
  "registered.ts": ["coach", "customers", "plan"],
  "check-flows.ts": ["flow", "registered.ts"],
  // The wiring, from ports up to the program.
  "assemble.ts": ["channels", "coach", "customers", "deliveries", "flow", "people", "reminders", "rounds", "store"],
  "collections.ts": [
    "channels",
    "channels/slack",
    "channels/teams",
    "channels/web",
    "conversations",
    "customers",
    "deliveries",
    "people",
    "plan",
    "reminders/agenda",
    "rounds",
  ],
  "connections.ts": [
    "channels",
    "channels/connection.ts",
    "channels/slack",
    "channels/web",
    "charts",
    "config.ts",
    "connect-teams.ts",
    "log.ts",
    "people",
    "slack-settings.ts",
    "start-failed.ts",
    "store",
    "teams-settings.ts",
  ],
  "start.ts": [
    "assemble.ts",
    "channels",
    "collections.ts",
    "config.ts",
    "connections.ts",
    "customers",
    "flow",
    "http.ts",
    "log.ts",
    "logged.ts",
    "people",
    "registered.ts",
    "reminders",
    "reminders/agenda",
    "start-failed.ts",
    "store/open-store.ts",
  ],
  "main.ts": ["config.ts", "http.ts", "log.ts", "start.ts", "start-failed.ts", "store", "text"],
};

/** The room of a file: the longest that its path begins with. */
export function roomOf(path: string): string | undefined {
  const inside = path.replace(/^src\//u, "");
  return Object.keys(ROOMS)
    .filter((room) => inside === room || inside.startsWith(`${room}/`))
    .sort((one, other) => other.length - one.length)[0];
}

/** Imports that the table does not allow, and files that stand in no room. */
export function foreignImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === undefined) return [`${file.path} stands in no room of the table`];
    return importedFiles(file, { withTypes: true }).flatMap((imported) => {
      // Data: the program's version.
      if (imported === "package.json") return [];
      const other = roomOf(imported);
      if (other === undefined) return [`${file.path} imports ${imported}, which stands in no room`];
      return other === room || ROOMS[room]?.includes(other)
        ? []
        : [`${file.path} (${room}) may not know ${imported} (${other})`];
    });
  });
}

/** Rooms that know each other in a circle by the table itself. */
export function circlesInTable(rooms: { readonly [room: string]: readonly string[] }): readonly string[] {
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (rooms[from] ?? []).some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, to, seen);
    });
  return Object.keys(rooms).filter((room) => reaches(room, room, new Set()));
}
