/** What of MONGODB_URI may be told: its hosts, never user or password. */
export function hostsOf(uri: string): string {
  const [, hosts] = /^mongodb(?:\+srv)?:\/\/(?:[^/?]*@)?([^/?]*)/.exec(uri) ?? [];
  return hosts || "(no host)";
}

/** The database named in the address, "luotsi" where none is. */
export function databaseOf(uri: string): string {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/?]*\/([^?]+)/.exec(uri) ?? [];
  return name ? decodeURIComponent(name) : "luotsi";
}

export function namesUser(uri: string): boolean {
  return /^mongodb(?:\+srv)?:\/\/[^/?]*@/.test(uri);
}
