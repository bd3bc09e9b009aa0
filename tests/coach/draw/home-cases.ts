import type { HomeItem, HomeSection } from "../../../src/coach/home/home-section.ts";
import type { HomeView, ReadSection } from "../../../src/coach/home/load-home.ts";
import type { Case } from "./case.ts";
import { directory } from "./people.ts";
import { NOW } from "./scenes.ts";

/** An item as long as items may be. */
const item: HomeItem = ({ language }) => [
  {
    kind: "paragraph",
    words: language === "fi" ? "Soita asiakkaalle tänään. ".repeat(20) : "Call them today. ".repeat(30),
  },
  { kind: "choices", options: [{ label: "Avaa", action: '{"kind":"home"}' }] },
];
const picture: HomeItem = ({ language }) => [
  {
    kind: "picture",
    chart: { kind: "levels", title: language, max: 5, rows: [], legend: [] },
    alt: language === "fi" ? "Tasot" : "Levels",
  },
];

function section(id: string, onPage: number): HomeSection {
  return {
    id,
    title: (say) => say("home.section.rounds"),
    most: { onHome: 5, onPage },
    read: () => Promise.resolve({ items: [], total: 0 }),
  };
}

function read(id: string, items: readonly HomeItem[], total = items.length, onPage = 10): ReadSection {
  return { section: section(id, onPage), items, total };
}

const many = Array.from({ length: 5 }, () => item);
const view: HomeView = { now: NOW, directory, sections: [], newcomer: false, hasTeam: true };

/** Home with nothing, with far more than one page holds, and pages of a section. */
export const homeViews: { readonly [name: string]: HomeView } = {
  "of someone without a team": { ...view, hasTeam: false, newcomer: true },
  "of a newcomer": { ...view, newcomer: true, sections: [read("results", [picture])] },
  "with nothing open": view,
  "with everything": {
    ...view,
    sections: Array.from({ length: 7 }, (_, nth) => read(`s${nth}`, [picture, ...many], 1000)),
  },
  "of a section, its first page": { ...view, sections: [read("actions", [...many, ...many], 1000)], page: 0 },
  "of a section, its last page": { ...view, sections: [read("actions", [item], 991)], page: 99 },
};

export const homeCases: readonly Case[] = [
  ...Object.entries(homeViews).map(
    ([name, home]): Case => ({
      name: `home ${name}`,
      tell: { kind: "home" },
      sources: { lobby: { now: NOW, directory, flows: [], terms: [], home } },
    }),
  ),
  ...(["settings", "manager-sees"] as const).map(
    (kind): Case => ({ name: kind, tell: { kind }, sources: { lobby: { now: NOW, directory, flows: [], terms: [] } } }),
  ),
];
