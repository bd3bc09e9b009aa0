export const COMPANY = "bench";
export const TENANT = "T0BENCH";
export const BOT = "U0LUOTSI";
export const BOT_TOKEN = "xoxb-bench";
export const SIGNING_SECRET = "bench-signing-secret";
export const INSTALLATION = `slack/${TENANT}`;
export const FLOW = "digital-maturity";
/** Of FLOW. */
export const QUESTIONS = 6;

export interface SlackPerson {
  readonly user: string;
  readonly person: string;
  /** Their private chat with Luotsi. */
  readonly conversation: string;
  readonly team: SlackTeam;
}

export interface SlackTeam {
  readonly id: string;
  readonly channel: string;
  /** The first one facilitates. */
  readonly users: readonly string[];
}

const TEAMS = 50;
const PEOPLE_OF_TEAM = 10;

export const slackTeams: readonly SlackTeam[] = Array.from({ length: TEAMS }, (_, team) => ({
  id: `bench-${team}`,
  channel: `C${team}`,
  users: Array.from({ length: PEOPLE_OF_TEAM }, (_, number) => `U${team}X${number}`),
}));

/** The first of every team, then the second of every team …: those who answer at the same time are of different rounds. */
export const slackPeople: readonly SlackPerson[] = Array.from({ length: PEOPLE_OF_TEAM }, (_, number) =>
  slackTeams.map((team) => {
    const user = team.users[number] ?? "";
    return { user, person: `person-${user}`, conversation: `D${user}`, team };
  }),
).flat();
