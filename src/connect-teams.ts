import { readFileSync } from "node:fs";
import type { Connection } from "./channels/connection.ts";
import type { TeamsAccess } from "./channels/teams/teams-app.ts";
import type { TeamsOptions } from "./channels/teams/teams-connection.ts";
import { StartFailed } from "./start-failed.ts";
import type { TeamsSettings } from "./teams-settings.ts";

/** Loads the Teams SDK and connects with what is configured. */
export async function connectTeams(settings: TeamsSettings, parts: Omit<TeamsOptions, "access">): Promise<Connection> {
  const { createTeamsConnection } = await import("./channels/teams/teams-connection.ts");
  const { CertificateUnusable } = await import("./channels/teams/credentials.ts");
  try {
    return await createTeamsConnection({ ...parts, access: accessOf(settings) });
  } catch (error) {
    throw error instanceof CertificateUnusable ? new StartFailed(error.message) : error;
  }
}

function accessOf(settings: TeamsSettings): TeamsAccess {
  if (settings.kind === "on-this-machine") return settings;
  const { secret } = settings;
  if (secret.kind === "secret") return { ...settings, secret };
  return { ...settings, secret: { kind: "certificate", pem: readPem(secret.file) } };
}

function readPem(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new StartFailed("TEAMS_CERTIFICATE_FILE: the file cannot be read. Is it there, and may Luotsi read it?");
  }
}
