/** Why a refusal has no cause in the simulated world, by its code: the same for every action whose table says `fault`. */
export const faultReasons: Readonly<Record<string, string>> = {
  '9005': 'Something is being edited, or the system is busy: these actions touch nothing that a task could hold.',
  '9640': 'The cloud’s own query of the balance fails.',
  '29254': 'Permission is missing: accounts here have no policies that could take it away.',
  '29257': 'An accident inside the cloud.',
  '29258': 'Something referred to is missing: these actions refer to nothing.',
  '29259': 'Rules would become too many: these actions add nothing to what is in use.',
  '29260': 'There would be too many templates or members: these actions add none.',
  FailedOperation: 'The cloud fails as a whole; single proxies that fail are listed in a success.',
  InternalError: 'An accident inside the cloud.',
  InternalServerError: 'An accident inside the cloud.',
  'InvalidOriginalIP.Duplicate': 'The list writes nothing that could be there already.',
  'InvalidTranslationIPPool.NotFound': 'The list takes no pool that could be missing.',
  'InvalidVpc.NotFound': 'These actions name no VPC, and one that has a peering cannot be deleted.',
  LX_CREATE_ORDER_FAILED: 'The vendor’s own order system fails.',
};
