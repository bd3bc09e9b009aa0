import { describe, expect, it } from "vitest";
import { drawWeek } from "../../src/coach/week/draw/draw-week.ts";
import { loadList } from "../../src/coach/week/load-list.ts";
import type { WeekReader, WeekSection } from "../../src/coach/week/week-section.ts";
import { directory, listener } from "./draw/people.ts";
import { NOW } from "./draw/scenes.ts";

function readerOf(language: "fi" | "en" = "fi"): WeekReader {
  const own = listener(language);
  if (!own.person) throw new Error("nobody listens");
  return {
    ports: {
      get store(): never {
        throw new Error("these sections read nothing");
      },
      get flows(): never {
        throw new Error("these sections read nothing");
      },
      now: () => NOW,
    },
    directory,
    person: { ...own.person, language },
    listener: own,
    now: NOW,
    today: "2026-11-30",
    isClosed: () => false,
    back: undefined,
    backIn: () => undefined,
    postedAt: undefined,
    actions: () => Promise.resolve([]),
  };
}

function section(id: string, items: readonly string[], over: Partial<WeekSection> = {}): WeekSection {
  return {
    id,
    subject: { id, count: (_, count) => `${count} ${id}`, because: () => `sinulla on ${id}` },
    when: "now",
    title: () => `[${id}]`,
    read: () => Promise.resolve({ items: items.map((item) => ({ id: item, draw: () => [line(item)] })) }),
    settled: (item) => Promise.resolve(item === "gone" ? undefined : () => [line(`${item}, hoidettu`)]),
    ...over,
  };
}
const line = (words: string) => ({ kind: "paragraph", words }) as const;
const names = (letter: string, count: number) => Array.from({ length: count }, (_, nth) => `${letter}${nth + 1}`);
const textOf = async (...wanted: Parameters<typeof loadList>) =>
  drawWeek(await loadList(...wanted), wanted[0].person.language).text;

describe("the lines of a weekly message", () => {
  it("are five on the first screen, in the order of their sections, the rest behind one button", async () => {
    const sections = [section("a", names("a", 3)), section("b", []), section("c", names("c", 9))];
    const text = await textOf(readerOf(), {}, sections);
    expect(text).toMatch(/^Viikko 49: 3 a, 9 c\n\[a\]\na1\na2\na3\n\[c\]\nc1\nc2\n\[Näytä kaikki \(12\)\]\n/u);
    const page = await textOf(readerOf("en"), { page: 2 }, sections);
    expect(page).toMatch(/^Week 49: 3 a, 9 c\n\[c\]\nc8\nc9\n11–12\/12\n\[Previous\]\n/u);
    expect(await textOf(readerOf(), { page: 99 }, sections)).toContain("11–12/12");
  });

  it("leave room on the first screen for the section that keeps some", async () => {
    const sections = [section("a", names("a", 9)), section("digest", names("d", 5), { keeps: 3 })];
    expect(await textOf(readerOf(), {}, sections)).toMatch(/\na1\na2\n\[digest\]\nd1\nd2\nd3\n\[Näytä/u);
    const few = [section("a", names("a", 1)), section("digest", names("d", 9), { keeps: 3 })];
    expect(await textOf(readerOf(), {}, few)).toMatch(/\na1\n\[digest\]\nd1\nd2\nd3\nd4\n\[Näytä/u);
  });

  it("begin with the reader's own, however much is kept for others", async () => {
    const back = { ...readerOf(), back: { from: "2026-11-09", to: "2026-11-29" } };
    const sections = [
      section("own", names("o", 4)),
      section("digest", names("d", 3), { keeps: 3 }),
      section("trend", ["t1"], { keeps: 1, when: "later" }),
    ];
    expect(await textOf(back, {}, sections)).toMatch(/\no1\no2\n\[digest\]\nd1\n\[Näytä/u);
    expect(await textOf(readerOf(), {}, sections)).toMatch(/\no1\no2\n\[digest\]\nd1\nd2\n\[trend\]\nt1\n/u);
  });

  it("take no new one for one that was settled where their section has its most, and stand under their own heading", async () => {
    const sections = [section("digest", ["d2", "d3", "d4"], { most: 3 }), section("a", ["d2", "a1"])];
    const shown = ["digest d1", "digest d2", "digest d3", "a a1"];
    expect(await textOf(readerOf(), { shown }, sections)).toMatch(
      /^Viikko 49: 2 digest, 1 a\n\[digest\]\nd1, hoidettu\nd2\nd3\n\[a\]\na1\n/u,
    );
  });

  it("name what got done below the first line, and stand before the way to all of a section", async () => {
    const part = { items: [], told: "Valmistui 2", named: "Valmistui: a ja b" };
    const all = { label: "Koko kooste", action: "{}" };
    const text = await textOf(readerOf(), {}, [
      section("a", names("a", 6)),
      section("digest", [], { read: () => Promise.resolve({ ...part, all }) }),
    ]);
    expect(text).toMatch(
      /^Viikko 49: 6 a\. Valmistui 2\nValmistui: a ja b\n\[a\]\n.*\[Näytä kaikki \(6\)\] \[Koko kooste\]\n/su,
    );
  });

  it("stay where they stood when they are drawn anew; what is new comes behind, what is gone falls away", async () => {
    const sections = [section("a", ["a2", "new"]), section("b", ["b1"])];
    const shown = ["a a1", "a gone", "a a2", "b b1", "unknown x"];
    expect(await textOf(readerOf(), { shown }, sections)).toMatch(/\[a\]\na1, hoidettu\na2\n\[b\]\nb1\n\[a\]\nnew\n/u);
  });

  it("turn to the page on which the tapped one stands", async () => {
    const sections = [section("a", names("a", 12))];
    expect(await textOf(readerOf(), { line: "a8" }, sections)).toContain("6–10/12");
    expect(await textOf(readerOf(), { line: "done" }, sections)).toMatch(/\[a\]\ndone, hoidettu\na1\n/u);
  });

  it("begin with what they are about: news beside counts, alone, or what comes later", async () => {
    const told = (words: string) => section("digest", [], { read: () => Promise.resolve({ items: [], told: words }) });
    const first = async (...sections: readonly WeekSection[]) =>
      (await textOf(readerOf(), {}, sections)).split("\n")[0] ?? "";
    expect(await first(section("a", ["a1"]), told("Valmistui 4"))).toBe("Viikko 49: 1 a. Valmistui 4");
    expect(await first(told("Valmistui 4"))).toBe("Viikko 49. Valmistui 4");
    expect(await first(section("a", ["a1"], { when: "later" }))).toBe("Viikko 49: 1 a myöhemmin");
    const along = section("digest", [], { read: () => Promise.resolve({ items: [], along: "Valmistui 4" }) });
    expect(await first(section("a", ["a1"]), along)).toBe("Viikko 49: 1 a. Valmistui 4");
    expect(await first(section("a", []), along)).toBe("Viikko 49: mitään ei ole nyt avoinna");
    expect(await first(section("a", []))).toBe("Viikko 49: mitään ei ole nyt avoinna");
  });
});
