import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { dropJourneyStore, openJourneyStore } from "../support/journey-store.ts";
import { memoryFolder } from "../support/memory-folder.ts";
import { type Expected, expectedNudges, expectedWeeklies, lookedAt } from "./year/expected.ts";
import type { Someone } from "./year/firm.ts";
import type { Arrived } from "./year/year-process.ts";
import { YearWorld } from "./year/year-world.ts";

/** A claim that a vanished process holds, and a platform that is tried again, hold a message up for so long at most. */
const SOON_MS = 5 * 60_000;
/** A server of its own takes longer over twenty thousand commits than a file. */
const LONGEST_MS = process.env.TEST_MONGODB_URI === undefined ? 180_000 : 1_200_000;

let folder: string;
let store: Store;
beforeEach(async () => {
  // A year has twenty thousand commits.
  folder = memoryFolder("luotsi-year-");
  store = await openJourneyStore(folder);
});
afterEach(async () => {
  await store.close();
  await dropJourneyStore(folder);
});

const everything = (people: readonly Someone[]) => [...people.flatMap(expectedWeeklies), ...expectedNudges(people)];
const shown = (all: readonly { readonly key: string; readonly comesAt: number }[], arrived: Arrived) =>
  all.map(({ key, comesAt }) => {
    const times = (arrived.get(key) ?? []).map((at) => new Date(at).toISOString());
    return `${key}: due ${new Date(comesAt).toISOString()}, came ${times.join(" and ") || "never"}`;
  });

test(
  "a year of two hundred people: all that is due comes once, at its hour, whatever becomes of the processes",
  async () => {
    const moments = (people: readonly Someone[]) => [
      ...everything(people).map(({ comesAt }) => comesAt),
      ...people.flatMap(({ dues }) => dues.map(lookedAt)),
    ];
    const world = new YearWorld(store, 2027, moments);
    await world.begin();
    await world.lives();

    const { arrived } = world;
    const expected = everything(world.people);
    const wanted = expected.filter(({ isWanted }) => isWanted);
    const isRight = ({ key, comesAt }: Expected) => {
      const [at = 0, ...again] = arrived.get(key) ?? [];
      return again.length === 0 && at >= comesAt && at <= comesAt + SOON_MS;
    };
    expect(
      shown(
        wanted.filter((one) => !isRight(one)),
        arrived,
      ),
    ).toEqual([]);
    const keys = new Set(wanted.map(({ key }) => key));
    const unwanted = [...arrived.keys()].filter((key) => !keys.has(key));
    expect(
      shown(
        unwanted.map((key) => ({ key, comesAt: 0 })),
        arrived,
      ),
    ).toEqual([]);
    expect(world.logged).toEqual([]);
    expect(world.deaths).toBeGreaterThan(100);
  },
  LONGEST_MS,
);
