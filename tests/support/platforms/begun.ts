import { FIVE } from "./company.ts";
import { Person } from "./person.ts";
import { startWorld, type World, type WorldOptions } from "./world.ts";

/** The team of five in Slack and in Teams, which tell everything twice. */
export const BOTH: readonly (readonly [string, WorldOptions])[] = [
  ["Slack", { slack: { over: "http", people: FIVE, team: "koneet" }, doubled: true }],
  ["Teams", { teams: { place: "channel", people: FIVE }, doubled: true }],
];

/** Those, and Slack over its socket. */
export const EVERY_WAY = [
  ...BOTH,
  ["Slack over a socket", { slack: { over: "socket", people: FIVE, team: "koneet" } }],
] as const satisfies typeof BOTH;

/** A platform to whose team Satu has added Luotsi, until the test is over; and those of the five whom a test speaks of. */
export async function begun(
  options: WorldOptions,
  onTestFinished: (end: () => Promise<void>) => void,
): Promise<{ readonly world: World } & { readonly [name in "satu" | "jari" | "pekka" | "marja" | "priya"]: Person }> {
  const world = await startWorld(options);
  onTestFinished(world.end);
  await world.platform.addsLuotsi("USATU");
  const at = (user: string) => new Person(world.platform, user);
  return {
    world,
    satu: at("USATU"),
    jari: at("UJARI"),
    pekka: at("UPEKKA"),
    marja: at("UMARJA"),
    priya: at("UPRIYA"),
  };
}
