import { type Directory, teamsOf } from "../../people/directory.ts";
import { responses } from "../../rounds/response.ts";
import { rounds } from "../../rounds/round.ts";
import type { CoachPorts } from "../ports.ts";
import type { Listener } from "../scene.ts";
import type { TellOf } from "../tell.ts";
import type { HomeItem, HomeReader, HomeSection } from "./home-section.ts";
import { homeSections } from "./home-sections.ts";
import { teamResults } from "./sections/team-results.ts";

/** A section as far as it was read. */
export interface ReadSection {
  readonly section: HomeSection;
  readonly items: readonly HomeItem[];
  readonly total: number;
}

/** What a page of Home is drawn from. */
export interface HomeView {
  readonly now: number;
  readonly directory: Directory;
  /** Those that have something, in their order; one where a section's own page is wanted. */
  readonly sections: readonly ReadSection[];
  /** Set on a section's own page: the first is 0. */
  readonly page?: number;
  /** Has answered nothing yet: is told first what Luotsi is and where the teams are. */
  readonly newcomer: boolean;
  readonly hasTeam: boolean;
}

type Sources = Pick<CoachPorts, "store" | "flows" | "now">;

/** Reads a page of the listener's Home; undefined where nobody is listening in private. A section or page that is gone is Home itself. */
export async function loadHome(
  sources: Sources,
  directory: Directory,
  listener: Listener,
  wanted: Pick<TellOf<"home">, "section" | "page">,
): Promise<HomeView | undefined> {
  const { person } = listener;
  if (!person) return undefined;
  const reader = await readerOf(sources, directory, { ...listener, person });
  const view = { now: reader.now, directory, hasTeam: teamsOf(directory, person._id).length > 0 };
  const section = homeSections.find(({ id }) => id === wanted.section);
  if (section) {
    const page = wanted.page ?? 0;
    const part = await section.read(reader, page * section.most.onPage, section.most.onPage);
    if (part.items.length > 0) return { ...view, sections: [{ section, ...part }], page, newcomer: false };
  }
  const read = await Promise.all(
    homeSections.map(async (one) => ({ section: one, ...(await one.read(reader, 0, one.most.onHome)) })),
  );
  const filled = read.filter(({ items }) => items.length > 0);
  const { newcomer } = reader;
  const first = (one: ReadSection) => Number(newcomer && one.section === teamResults);
  return { ...view, newcomer, sections: filled.toSorted((a, b) => first(b) - first(a)) };
}

async function readerOf(
  ports: Sources,
  directory: Directory,
  listener: Listener & Pick<HomeReader, "person">,
): Promise<HomeReader> {
  const { person } = listener;
  let known: ReturnType<HomeReader["rounds"]> | undefined;
  const readRounds = async () => {
    const byTeam = await Promise.all(
      teamsOf(directory, person._id).map(({ _id: team }) =>
        ports.store.find(rounds, { name: "ofTeam", equals: { company: person.company, team } }),
      ),
    );
    return byTeam.flat();
  };
  const reader = {
    ports,
    directory,
    person,
    listener,
    now: ports.now(),
    rounds: () => {
      known ??= readRounds();
      return known;
    },
  };
  return { ...reader, newcomer: await isNewcomer(ports, reader) };
}

async function isNewcomer(
  { store }: Sources,
  { person, rounds: known }: Pick<HomeReader, "person" | "rounds">,
): Promise<boolean> {
  if ((await known()).some(({ facilitator }) => facilitator === person._id)) return false;
  const equals = { company: person.company, person: person._id, open: [true, false] };
  return (await store.find(responses, { name: "openOfPerson", equals, limit: 1 })).length === 0;
}
