import { paperKind } from '../paper-kinds.ts';

/** The same where only a public address is missing: whoever binds one opens the machine to everyone. */
export const oneChangeFromExposed = paperKind({ id: 'one-change-from-exposed', severity: 'medium', isNear: true });
