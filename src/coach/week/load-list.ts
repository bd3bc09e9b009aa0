import { weekOf } from "../../calendar/week.ts";
import type { HomeItem } from "../home/home-section.ts";
import type { WeekReader, WeekSection } from "./week-section.ts";
import { weekSections } from "./week-sections.ts";
import type { WeekCount, WeekList } from "./week-view.ts";

/** DESIGN: at most five lines on screen; three in the first week back. */
const LINES = { usual: 5, back: 3 } as const;
/** So many lines of a posted message are remembered; the others are drawn as they stand. */
const REMEMBERED = 100;

/** Where something stands of which nobody knows any more where it stood. */
const USUAL = "week";

interface Line {
  /** `<section> <item>` */
  readonly name: string;
  readonly item: string;
  readonly section: WeekSection;
  readonly draw: HomeItem;
}

/** Which part of which message: a new one unless it is told what a posted one shows. */
export interface Wanted {
  readonly week?: string;
  readonly shown?: readonly string[];
  readonly page?: number;
  readonly line?: string;
}

/** Reads a page of a person's weekly message. What was posted stays where it stood, done or not; what is new since comes behind it. */
export async function loadList(
  reader: WeekReader,
  wanted: Wanted = {},
  sections: readonly WeekSection[] = weekSections,
): Promise<WeekList> {
  const parts = await Promise.all(sections.map(async (section) => ({ section, ...(await section.read(reader)) })));
  const current = parts.flatMap(({ section, items }) =>
    items.map(({ id, draw }): Line => ({ name: `${section.id} ${id}`, item: id, section, draw })),
  );
  const size = reader.back ? LINES.back : LINES.usual;
  const kept = wanted.shown
    ? await remembered(reader, wanted.shown, current, sections)
    : [...(await answered(reader, wanted.line, current, sections)), ...firstScreen(current, sections, size)];
  const named = new Set(kept.map(({ item }) => item));
  const lines = [...kept, ...current.filter(({ item }) => !named.has(item))];
  const pages = Math.max(1, Math.ceil(lines.length / size));
  const page = Math.min(pages - 1, pageOf(lines, wanted, size));
  const onPage = lines.slice(page * size, (page + 1) * size);
  const counted = (when: WeekSection["when"]) => countsOf(current.filter(({ section }) => section.when === when));
  return {
    kind: "list",
    reader,
    week: wanted.week ?? weekOf(reader.today),
    counts: counted("now"),
    later: counted("later"),
    told: parts.flatMap(({ told }) => (told === undefined ? [] : [told])),
    groups: grouped(onPage),
    from: page * size + 1,
    to: page * size + onPage.length,
    total: lines.length,
    page,
    pages,
    shown: lines.slice(0, REMEMBERED).map(({ name }) => name),
  };
}

/** The lines of the first screen: those that are kept for a section, and of the others the first, in the order of the sections. */
function firstScreen(current: readonly Line[], sections: readonly WeekSection[], size: number): readonly Line[] {
  const kept = sections.flatMap(({ id, keeps = 0 }) =>
    current.filter(({ section }) => section.id === id).slice(0, keeps),
  );
  const reserved = new Set(kept.slice(0, size));
  const rest = new Set(current.filter((line) => !reserved.has(line)).slice(0, Math.max(0, size - reserved.size)));
  return current.filter((line) => reserved.has(line) || rest.has(line));
}

/** The line of what was tapped in a message of which nothing is remembered: what was done is seen there too. */
async function answered(
  reader: WeekReader,
  item: string | undefined,
  current: readonly Line[],
  sections: readonly WeekSection[],
): Promise<readonly Line[]> {
  if (item === undefined || current.some((line) => line.item === item)) return [];
  for (const section of sections.toSorted((a, b) => Number(b.id === USUAL) - Number(a.id === USUAL))) {
    const draw = await section.settled(item, reader);
    if (draw) return [{ name: `${section.id} ${item}`, item, section, draw }];
  }
  return [];
}

async function remembered(
  reader: WeekReader,
  shown: readonly string[],
  current: readonly Line[],
  sections: readonly WeekSection[],
): Promise<readonly Line[]> {
  const byName = new Map(current.map((line) => [line.name, line]));
  const byItem = new Map(current.map((line) => [line.item, line]));
  const lines = shown.map(async (name): Promise<readonly Line[]> => {
    const [first = "", item = ""] = name.split(" ");
    const section = sections.find(({ id }) => id === first);
    if (!section) return [];
    const draw = (byName.get(name) ?? byItem.get(item))?.draw ?? (await section.settled(item, reader));
    return draw ? [{ name, item, section, draw }] : [];
  });
  return (await Promise.all(lines)).flat();
}

function pageOf(lines: readonly Line[], { page, line }: Wanted, size: number): number {
  const at = lines.findIndex(({ item }) => item === line);
  return at < 0 ? (page ?? 0) : Math.floor(at / size);
}

function countsOf(lines: readonly Line[]): readonly WeekCount[] {
  const subjects = new Map(lines.map(({ section }) => [section.subject.id, section.subject]));
  return [...subjects.values()].map((subject) => ({
    subject,
    count: lines.filter(({ section }) => section.subject.id === subject.id).length,
  }));
}

function grouped(lines: readonly Line[]): WeekList["groups"] {
  const groups: { section: WeekSection; items: HomeItem[] }[] = [];
  for (const { section, draw } of lines) {
    const last = groups.at(-1);
    if (last?.section === section) last.items.push(draw);
    else groups.push({ section, items: [draw] });
  }
  return groups;
}
