import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLParseError,
} from "yaml";
import type { Problem } from "../problem.ts";
import { type Path, readablePath } from "./path.ts";

/** A YAML file as plain data, with the way back from a path in the data to the line where it stands. */
export interface YamlFile {
  readonly file: string;
  /** Undefined when the file could not be read as YAML at all. */
  readonly value: unknown;
  /** Mistakes of the YAML itself. */
  readonly problems: readonly Problem[];
  /** A problem at a path. The last part of the path may be a key that is missing: then the line is that of what it is missing from. */
  problem(path: Path, problem: string): Problem;
}

export function readYaml(file: string, source: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: col };
  };
  const wrong = (offset: number, problem: string): Problem => ({ ...place(offset), path: "", problem });
  const broken = firstBreak(document.errors);
  const readable = broken === undefined;
  const problems = broken
    ? [wrong(broken.pos[0], notYaml(broken.message, hintFor(broken, document.errors)))]
    : [
        ...document.errors.map(({ pos: [at] }) => wrong(at, twice(source, at))),
        ...document.warnings.map(({ pos: [at], message }) => wrong(at, notYaml(message))),
      ];
  const lost = readable && source.includes("*") ? lostAliases(document) : [];
  problems.push(
    ...lost.map(({ offset, name }) =>
      wrong(offset, notYaml(`*${name} stands for nothing, no &${name} comes before it`)),
    ),
  );
  let value: unknown;
  try {
    value = readable && lost.length === 0 ? document.toJS() : undefined;
  } catch (error) {
    // Aliases of aliases that would fill the memory.
    problems.push(wrong(0, notYaml(error instanceof Error ? error.message : String(error))));
  }
  return {
    file,
    value,
    problems,
    problem: (path, problem) => ({ ...place(offsetOf(document, path)), path: readablePath(value, path), problem }),
  };
}

/** Where the key (or list item) at the path begins; where the path leaves the document, the last place that is there. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!isPair(pair)) return offset;
      offset = startOf(pair.key) ?? offset;
      node = resolved(document, pair.value);
    } else if (isSeq(node) && typeof part === "number") {
      offset = startOf(node.items[part]) ?? offset;
      node = resolved(document, node.items[part]);
    } else return offset;
  }
  return offset;
}

/** An alias (*name) stands for what its anchor (&name) holds. */
function resolved(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function wordAt(source: string, offset: number): string {
  return /^["']?([^:"'\s]+)/.exec(source.slice(offset, offset + 80))?.[1] ?? "a key";
}

function lostAliases(document: Document.Parsed): { readonly offset: number; readonly name: string }[] {
  const lost: { readonly offset: number; readonly name: string }[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) === undefined) lost.push({ offset: startOf(alias) ?? 0, name: alias.source });
    },
  });
  return lost;
}

function twice(source: string, offset: number): string {
  return `"${wordAt(source, offset)}" stands twice in the same place, keep one`;
}

/** Where the file stops being YAML; what the parser says of the lines after it is no mistake of the author's. Undefined: only keys stand twice. */
function firstBreak(errors: readonly YAMLParseError[]): YAMLParseError | undefined {
  return errors
    .filter(({ code }) => code !== "DUPLICATE_KEY")
    .toSorted((one, other) => one.pos[0] - other.pos[0])
    .at(0);
}

function notYaml(message: string, hint = ""): string {
  return `not readable as YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}${hint}`;
}

/** What the parser's words mean, where they do not say it. */
function hintFor({ code, message, pos: [at] }: YAMLParseError, errors: readonly YAMLParseError[]): string {
  if (code === "TAB_AS_INDENT") return ": use spaces";
  if (code === "MULTILINE_IMPLICIT_KEY" || message.startsWith("Implicit map keys need"))
    return ": a key is missing its colon";
  if (code !== "BLOCK_AS_IMPLICIT_KEY") return "";
  const overLines = errors.some((other) => other.code === "MULTILINE_IMPLICIT_KEY" && other.pos[0] === at);
  if (overLines || !message.startsWith("Nested mappings")) return ": this line or the next begins at a wrong column";
  return ': a text with ": " in it must stand in quotes';
}
