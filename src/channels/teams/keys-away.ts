/** Why the keys that sign for Teams could not be had, by what the SDK said while it checked a token. Undefined: they could, and the token is at fault. */
export function keysAway(said: readonly unknown[]): Error | undefined {
  const at = said.indexOf(SAID_BEFORE_IT);
  const why = at < 0 ? undefined : said[at + 1];
  // jwks-rsa says so of a token whose key is not among those that it fetched.
  return why instanceof Error && why.name !== "SigningKeyNotFoundError" ? why : undefined;
}

/** @microsoft/teams.apps 2.0.16, middleware/auth/jwt-validator.js. */
const SAID_BEFORE_IT = "Failed to get signing key:";
