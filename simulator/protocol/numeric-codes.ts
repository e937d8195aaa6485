import type { Service } from '../../catalogue/services.ts';

/**
 * The 2017 API's number for a refusal (8040-8063). The documents list the numbers and the modules' words but not which
 * goes with which; docs/simulator-differences.md says how they are joined here.
 */
const exact: Readonly<Record<string, number>> = {
  // 8261-8268 name these apart from the general 4100.
  'AuthFailure.UnauthorizedOperation': 4110,
  'AuthFailure.SecretIdNotFound': 4104,
  RequestReplayed: 4500,
  RequestLimitExceeded: 4400,
  ProtocolNotSupported: 4600,
  UnauthorizedOperation: 4300,
  ActionLocked: 5100,
  OperationFailed: 5100,
  FailedOperation: 5100,
  ResourceInUse: 5100,
  ResourceInsufficient: 5200,
  InsufficientBalance: 5300,
  InternalError: 6000,
  InvalidAction: 6100,
  ServiceUnavailable: 6200,
  'InvalidSubnet.CreateError': 5100,
};

/** In this order: the first that fits the word. */
const patterns: readonly (readonly [RegExp, number])[] = [
  [/^AuthFailure/, 4100],
  [/NotFound$/i, 5000],
  [/LimitExceeded$/i, 5100],
  [/CannotDelete|CanNotDelete|InUse|AlreadyExists|AlreadyLinked|AlreadyAssociated|Conflict/i, 5100],
];

/** A word that is itself a number (the parameter templates' 29257 and so on, 15493) stays one; anything else is 4000. */
export function numericCode(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  return exact[word] ?? patterns.find(([pattern]) => pattern.test(word))?.[1] ?? 4000;
}

/** The words that stand beside the numbers in CDB's own table (002:42-49). Parameter templates have numbers alone (15493). */
const words: Partial<Record<Service, Readonly<Record<string, string>>>> = {
  cdb2017: {
    '100207': 'OperationConstraints.AccountBalanceNotEnough',
    '9003': 'InvalidParameter',
    '9640': 'InternalFailure',
    '9572': 'InstanceNotExists',
    '9548': 'IncorrectInstanceStatus',
    '9592': 'OperationDenied',
  },
};

/** The word for a refusal: its code, unless that is a number to which the service's documents give one. */
export const wordFor = (code: string, service: Service | undefined): string => (service && words[service]?.[code]) ?? code;
