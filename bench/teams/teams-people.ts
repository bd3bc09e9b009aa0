export const COMPANY = "bench";
export const CLIENT_ID = "22222222-bbbb-4222-8222-222222222222";
export const CLIENT_SECRET = "a secret of the bench";
export const BOT = { id: `28:${CLIENT_ID}`, name: "Luotsi" };
export const FLOW = "digital-maturity";
/** Of FLOW. */
export const QUESTIONS = 6;

/** A team of ten in a tenant of its own: what Teams allows a tenant in a second is less than what a machine can do. */
export interface TeamsTeam {
  readonly id: string;
  readonly tenant: string;
  readonly installation: string;
  readonly channel: string;
  /** The first one facilitates. */
  readonly users: readonly string[];
}

export interface TeamsPerson {
  /** Teams' id of them. */
  readonly user: string;
  readonly name: string;
  readonly person: string;
  /** Their private chat with Luotsi. */
  readonly conversation: string;
  readonly team: TeamsTeam;
}

const TEAMS = 50;
const PEOPLE_OF_TEAM = 10;

export const teamsTeams: readonly TeamsTeam[] = Array.from({ length: TEAMS }, (_, team) => ({
  id: `bench-${team}`,
  tenant: `tenant-${team}`,
  installation: `teams/tenant-${team}`,
  channel: `19:bench${team}@thread.tacv2`,
  users: Array.from({ length: PEOPLE_OF_TEAM }, (_, number) => `29:1X${team}X${number}`),
}));

/** The first of every team, then the second of every team …: those who answer at the same time are of different rounds and tenants. */
export const teamsPeople: readonly TeamsPerson[] = Array.from({ length: PEOPLE_OF_TEAM }, (_, number) =>
  teamsTeams.map((team) => {
    const user = team.users[number] ?? "";
    return { user, name: `Henkilö ${user}`, person: personOf(user), conversation: chatOf(user), team };
  }),
).flat();

export function personOf(user: string): string {
  return `person-${user.slice("29:1X".length)}`;
}

export function chatOf(user: string): string {
  return `a:1${user.slice("29:1X".length)}`;
}
