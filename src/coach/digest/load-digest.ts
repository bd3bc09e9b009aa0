import type { Directory } from "../../people/directory.ts";
import { teamsOf } from "../../people/directory.ts";
import { coverageFor, coverageOfTeams } from "../customers/deviations/read-deviations.ts";
import type { CoachPorts } from "../ports.ts";
import type { Listener } from "../scene.ts";
import { digestReadersOf, digestTeams } from "./digest-teams.ts";
import type { DigestView } from "./draw-digest.ts";
import { digestFor, readDigest } from "./read-digest.ts";
import { trendsOf } from "./trends.ts";

type Sources = Pick<CoachPorts, "store" | "flows" | "now">;

/** What the listener's digest is drawn from, with the trends of their teams. */
export async function loadDigest(sources: Sources, directory: Directory, listener: Listener): Promise<DigestView> {
  const now = sources.now();
  const reader = listener.person?._id;
  if (reader === undefined) return { now, directory, digest: undefined, trends: [] };
  const [digest, coverage, trends] = await Promise.all([
    digestFor(sources, directory, { now, reader }),
    coverageFor(sources, directory, { now, reader }),
    trendsOf(sources, directory, digestTeams(directory, reader), listener.language),
  ]);
  return { now, directory, digest, coverage, trends: trends.slice(0, 1) };
}

/** The same of the listener's own teams, as any manager of theirs would see it. */
export async function loadSeen(sources: Sources, directory: Directory, { person }: Listener): Promise<DigestView> {
  const now = sources.now();
  const teams = person ? teamsOf(directory, person._id) : [];
  // What nobody reads is in nobody's digest.
  const read = teams.filter(({ _id }) => digestReadersOf(directory, _id).length > 0);
  const [digest, coverage] = await Promise.all([
    teams.length === 0 ? undefined : readDigest(sources, directory, read, { now }),
    coverageOfTeams(sources, directory, read, { now }),
  ]);
  return { now, directory, digest: digest && { ...digest, teams }, coverage, trends: [] };
}
