/** What Slack told when Luotsi was installed: a workspace's, or an Enterprise organisation's as a whole. */
export interface InstalledSlack {
  /** The workspace's id; the organisation's for an organisation-wide installation. The tenant of the installation. */
  readonly tenant: string;
  readonly name: string;
  readonly token: string;
  readonly botUser: string;
  readonly bot: string;
  readonly app: string | undefined;
  readonly scopes: readonly string[];
  /** The platform's id of the user who installed. */
  readonly installer: string | undefined;
}

/** The bot of an installation. The token is for calling Slack alone: never logged, never put into an error. */
export interface Bot {
  readonly token: string;
  readonly botUser: string;
  readonly bot: string;
  readonly tenant: string;
}

/** The workspaces where Luotsi is installed, each with its bot's token. An installation's id is "slack/<tenant>". */
export interface SlackInstallations {
  /** Undefined where Luotsi is not installed, or was taken away. Kept for 30 s in this process. */
  botOf(installation: string): Promise<Bot | undefined>;
  /** Keeps the token and makes the company, its installation and the installer as an admin. Can be done twice. Returns the installation's id. */
  install(installed: InstalledSlack): Promise<string>;
  /**
   * app_uninstalled, tokens_revoked: the token is deleted, and nothing is sent there any more. Can be done twice; `at` is when it happened
   * (milliseconds since 1970): what was installed anew since then stays.
   */
  remove(tenant: string, at?: number): Promise<void>;
}
