import { basename, dirname } from "node:path";
import type { SourceFile } from "./source-file.ts";

const MOST_LINES = 250;
/** STYLE: "a room of more than about ten files wants a sub-room or a missing word". */
const MOST_FILES = 16;
const DRAWERS = /^(?:utils?|helpers?|common|types|misc|shared|lib|constants|interfaces)$/u;

export function tooLong(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    return lines > MOST_LINES ? [`${path} has ${lines} lines`] : [];
  });
}

/** Folders that hold too many files directly. A text in two languages (round.fi.ts, round.en.ts) counts as one. */
export function tooFull(files: readonly SourceFile[]): readonly string[] {
  const rooms = new Map<string, Set<string>>();
  for (const { path } of files) {
    const room = dirname(path);
    rooms.set(room, (rooms.get(room) ?? new Set()).add(basename(path).replace(/\.(?:fi|en)\.ts$/u, "")));
  }
  return [...rooms].flatMap(([room, names]) => (names.size > MOST_FILES ? [`${room} holds ${names.size} files`] : []));
}

/** Names that are not kebab-case, drawers for anything, barrels. */
export function badNames(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path }) => {
    const parts = path.split("/");
    const stem = basename(path).split(".")[0] ?? "";
    if (!parts.every((part) => /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*$/u.test(part)))
      return [`${path} is not in kebab-case`];
    if ([...parts.slice(0, -1), stem].some((part) => DRAWERS.test(part))) return [`${path} is a drawer for anything`];
    return /^index\.[cm]?[jt]sx?$/u.test(basename(path)) ? [`${path} is a barrel`] : [];
  });
}

const FORBIDDEN: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "a default export", pattern: /^\s*export\s+default\b|\bas\s+default\b/mu },
  {
    what: "a skipped or lonely test",
    pattern: /\b(?:describe|test|it)\s*\.(?:skip|only|todo|fails)\b|\bx(?:it|test|describe)\(/u,
  },
  {
    what: "a silenced check",
    pattern: /biome-ignore|@ts-(?:ignore|nocheck|expect-error)|\bas unknown as\b/u,
  },
  { what: "an empty catch", pattern: /\bcatch\s*(?:\([^)]*\))?\s*\{\s*\}/u },
  { what: "a mocked module", pattern: /\b(?:vi|jest)\s*\.(?:mock|doMock)\(/u },
];

/** What no file may hold. */
export function forbidden(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    FORBIDDEN.flatMap(({ what, pattern }) => (pattern.test(text) ? [`${path} holds ${what}`] : [])),
  );
}

/** Files that read the environment, other than the programs that people start. */
export function environmentReaders(files: readonly SourceFile[], programs: readonly string[]): readonly string[] {
  const pattern = /\bprocess\s*\.\s*env\b|\benv\b[^;]*\bfrom\s*"node:process"|\bprocess\s*\[/u;
  return files.flatMap(({ path, text }) =>
    pattern.test(text) && !programs.includes(path) ? [`${path} reads the environment`] : [],
  );
}
