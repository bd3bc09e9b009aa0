import { isoDateIn } from "../../calendar/iso-date.ts";
import { weekOf } from "../../calendar/week.ts";
import type { HomeItem } from "../home/home-section.ts";
import { waitingOf } from "./waiting.ts";
import type { LazyWeekItem, WeekItem, WeekReader, WeekSection } from "./week-section.ts";
import { weekSections } from "./week-sections.ts";
import type { WeekCount, WeekList } from "./week-view.ts";
import { LINES } from "./weekly-deliveries.ts";

/** However much is kept for others, so many of the first lines are the reader's own. */
const OWN_FIRST = 2;
/** So many lines of a posted message are remembered; the others are drawn as they stand. */
const REMEMBERED = 100;

/** Where something stands of which nobody knows any more where it stood. */
const USUAL = "week";

interface Line {
  /** `<section> <item>` */
  readonly name: string;
  readonly item: string;
  readonly section: WeekSection;
  /** Where it is counted in the first line while it is open; undefined once it is settled. */
  readonly counted: WeekSection | undefined;
  readonly load: () => HomeItem | Promise<HomeItem>;
}

/** Which part of which message: a new one unless it is told what a posted one shows. */
export interface Wanted {
  readonly week?: string;
  readonly shown?: readonly string[];
  readonly page?: number;
  readonly line?: string;
}

/**
 * Reads a page of a person's weekly message. What was posted stays where it stood, done or not; what is new since comes behind it as long as its week
 * goes on.
 */
export async function loadList(
  reader: WeekReader,
  wanted: Wanted = {},
  sections: readonly WeekSection[] = weekSections,
): Promise<WeekList> {
  const parts = await Promise.all(sections.map(async (section) => ({ section, ...(await section.read(reader)) })));
  const all = parts.flatMap(({ section, items }) =>
    items.map((item): Line => {
      const name = `${section.id} ${item.id}`;
      return { name, item: item.id, section, counted: section, load: loading(item) };
    }),
  );
  const current = withinMost(onlyFirst(all), wanted.shown);
  const size = reader.back ? LINES.back : LINES.usual;
  const kept = wanted.shown
    ? await remembered(reader, wanted.shown, all, sections)
    : [...(await answered(reader, wanted.line, current, sections)), ...firstScreen(current, sections, size)];
  const named = new Set(kept.map(({ item }) => item));
  const isOver =
    reader.postedAt !== undefined && weekOf(isoDateIn(reader.postedAt, reader.person.timeZone)) < weekOf(reader.today);
  const fresh = wanted.shown && isOver ? [] : current.filter(({ item }) => !named.has(item));
  const lines = [...kept, ...fresh];
  const pages = Math.max(1, Math.ceil(lines.length / size));
  const page = Math.min(pages - 1, pageOf(lines, wanted, size));
  const onPage = lines.slice(page * size, (page + 1) * size);
  const comes = current.length > 0 || parts.some(({ told }) => told !== undefined);
  const counted = (when: WeekSection["when"]) =>
    countsOf(lines.flatMap((line) => (line.counted?.when === when ? line.counted : [])));
  return {
    kind: "list",
    reader,
    week: wanted.week ?? weekOf(reader.today),
    counts: counted("now"),
    later: counted("later"),
    told: parts.flatMap(({ told, along }) => told ?? (comes ? (along ?? []) : [])),
    named: comes ? parts.flatMap(({ named }) => named ?? []) : [],
    ways: parts.flatMap(({ all: way }) => way ?? []),
    groups: await grouped(onPage),
    from: page * size + 1,
    to: page * size + onPage.length,
    total: lines.length,
    settled: lines.filter((line) => line.counted === undefined).length,
    page,
    pages,
    shown: lines.slice(0, REMEMBERED).map(({ name }) => name),
    ...(current.length === 0 ? { waiting: await waitingOf(reader) } : {}),
  };
}

/** What stands in several sections is told in the first of them. */
function onlyFirst(lines: readonly Line[]): readonly Line[] {
  const seen = new Set<string>();
  return lines.filter(({ item }) => {
    const isNew = !seen.has(item);
    seen.add(item);
    return isNew;
  });
}

/** What settles a line of a posted message makes no room for another one where its section has its most. */
function withinMost(current: readonly Line[], shown: readonly string[] | undefined): readonly Line[] {
  if (shown === undefined) return current;
  const has = (name: string) => shown.includes(name);
  const stood = (section: WeekSection) => shown.filter((name) => name.startsWith(`${section.id} `)).length;
  return current.filter(
    ({ name, section }) => has(name) || stood(section) < (section.most ?? Number.POSITIVE_INFINITY),
  );
}

function loading(item: WeekItem | LazyWeekItem): Line["load"] {
  return "load" in item ? item.load : () => item.draw;
}

/**
 * The lines of the first screen: those that are kept for a section, and of the others the first, in the order of the sections; where a section yields,
 * what is more than that comes in only when there is room left.
 */
function firstScreen(current: readonly Line[], sections: readonly WeekSection[], size: number): readonly Line[] {
  const kept = sections.flatMap(({ id, keeps = 0 }) =>
    current.filter(({ section }) => section.id === id).slice(0, keeps),
  );
  const reserved = new Set(keptWithin(kept, size - Math.min(OWN_FIRST, ownNow(current))));
  const yielding = new Set(
    sections.flatMap(({ id, yields = Number.POSITIVE_INFINITY }) =>
      current.filter(({ section }) => section.id === id).slice(yields),
    ),
  );
  const others = current.filter((line) => !reserved.has(line));
  const willing = [...others.filter((line) => !yielding.has(line)), ...others.filter((line) => yielding.has(line))];
  const rest = new Set(willing.slice(0, Math.max(0, size - reserved.size)));
  return current.filter((line) => reserved.has(line) || rest.has(line));
}

/** Of those that are kept as many as there is room for, less of the sections that keep most. */
function keptWithin(kept: readonly Line[], room: number): readonly Line[] {
  let left = kept;
  while (left.length > room) {
    const counts = (line: Line) => left.filter(({ section }) => section === line.section).length;
    const most = Math.max(...left.map(counts));
    const last = left.findLastIndex((line) => counts(line) === most);
    left = left.filter((_, at) => at !== last);
  }
  return left;
}

/** How many lines are open now for which no room is kept: the reader's own. */
function ownNow(current: readonly Line[]): number {
  return current.filter(({ section }) => section.when === "now" && section.keeps === undefined).length;
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
    if (draw) return [{ name: `${section.id} ${item}`, item, section, counted: undefined, load: () => draw }];
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
  const byItem = new Map(current.toReversed().map((line) => [line.item, line]));
  const lines = shown.map(async (name): Promise<readonly Line[]> => {
    const [first = "", item = ""] = name.split(" ");
    const section = sections.find(({ id }) => id === first);
    if (!section) return [];
    const now = byName.get(name) ?? byItem.get(item);
    // As long as it is of the same kind, it stands where it stood though it belongs elsewhere now.
    if (now?.section.subject.id === section.subject.id)
      return [{ name, item, section, counted: section, load: now.load }];
    const draw = await section.settled(item, reader);
    return draw ? [{ name, item, section, counted: now?.section, load: () => draw }] : [];
  });
  return (await Promise.all(lines)).flat();
}

function pageOf(lines: readonly Line[], { page, line }: Wanted, size: number): number {
  const at = lines.findIndex(({ item }) => item === line);
  return at < 0 ? (page ?? 0) : Math.floor(at / size);
}

function countsOf(sections: readonly WeekSection[]): readonly WeekCount[] {
  const subjects = new Map(sections.map(({ subject }) => [subject.id, subject]));
  return [...subjects.values()].map((subject) => ({
    subject,
    count: sections.filter((section) => section.subject.id === subject.id).length,
  }));
}

async function grouped(lines: readonly Line[]): Promise<WeekList["groups"]> {
  const groups: { section: WeekSection; items: HomeItem[] }[] = [];
  const drawn = await Promise.all(lines.map(async ({ section, load }) => ({ section, draw: await load() })));
  for (const { section, draw } of drawn) {
    const last = groups.at(-1);
    if (last?.section === section) last.items.push(draw);
    else groups.push({ section, items: [draw] });
  }
  return groups;
}
