/** A mistake in the configuration: its message is for the person who starts the server. */
export class ConfigError extends Error {}
