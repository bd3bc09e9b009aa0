/** Where something stands in a file's data: keys, and list items counted from 0. */
export type Path = readonly (string | number)[];

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at the path, undefined where there is nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const part of path) {
    if (Array.isArray(here) && typeof part === "number") here = here[part];
    else if (isRecord(here)) here = here[part];
    else return undefined;
  }
  return here;
}

/** The path as an author reads it: list items by their id where they have one, else by their number from 1. */
export function readablePath(value: unknown, path: Path): string {
  return path.reduce<string>((text, part, at) => {
    if (typeof part === "string") return text === "" ? part : `${text}.${part}`;
    const item = valueAt(value, path.slice(0, at + 1));
    return isRecord(item) && typeof item.id === "string" ? `${text}.${item.id}` : `${text}[${part + 1}]`;
  }, "");
}
