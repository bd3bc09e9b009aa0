/** What an admin may say to bring platforms, channels and accounts together. */
export type Joining =
  /** Asks for the code by which another platform joins this company. */
  | { readonly kind: "make-code" }
  | { readonly kind: "use-code"; readonly code: string }
  /** Said in a channel: it is another channel of that team. */
  | { readonly kind: "join-team"; readonly name: string }
  | { readonly kind: "join-people" };

const MAKE_CODE =
  /^(?:liitoskoodi|liitä (?:yritys|toinen alusta|teams|slack)|join code|join (?:company|platform|teams|slack))$/u;
const USE_CODE = /^(?:liity|liitä|join)\s+([a-z0-9]{4}[-–\s]?[a-z0-9]{4})$/u;
const JOIN_TEAM = /^(?:liitä tiimiin|join (?:to )?team)\s+(.{1,80})$/u;
const JOIN_PEOPLE = /^(?:yhdistä (?:henkilöt|tilit)|join (?:people|accounts))$/u;

/** Of a tidied command (lower case, single spaces). */
export function readJoining(said: string): Joining | undefined {
  if (MAKE_CODE.test(said)) return { kind: "make-code" };
  if (JOIN_PEOPLE.test(said)) return { kind: "join-people" };
  const team = JOIN_TEAM.exec(said)?.[1];
  if (team !== undefined) return { kind: "join-team", name: team };
  const code = USE_CODE.exec(said)?.[1];
  return code === undefined ? undefined : { kind: "use-code", code };
}
