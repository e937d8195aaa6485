export const messages = {
  title: 'Databases (CDB)',
  lead: 'Two actions on MySQL databases. The documents behind this console have no list of databases: type the ids.',
  'open.warning': 'From then on anyone on the internet can knock at this database. See to its passwords and security group first.',
  'open.begun': 'Opening {id} to the internet has begun',
  'open.noPoller': 'The documents name no action that follows this task, so its end cannot be shown here.',
  'resume.costs': 'Databases that come back are charged by the hour from then on.',
  'resume.results': 'What came of each database',
  'resume.done': 'Brought back',
  'resume.failed': 'Not brought back',
  'resume.before': 'Was: {state}.',
} as const;
