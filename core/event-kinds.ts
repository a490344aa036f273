/** What an event can be, in the order in which kinds are offered. Apart from the schema, so that the timeline's pages do not carry that. */
export const eventKinds = [
  'release',
  'announcement',
  'founding',
  'acquisition',
  'renaming',
  'donation',
  'paper',
  'standard',
  'milestone',
  'integration',
  'end',
] as const;
