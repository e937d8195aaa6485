/** Parameter templates as API 3.0 lists them, read into a model. The 2017 API offers nothing more, so it is not read. */

const addressTemplate = (row: { AddressTemplateId: string; AddressSet: readonly string[] }) => ({
  id: row.AddressTemplateId,
  addresses: row.AddressSet,
});
const addressTemplateGroup = (row: { AddressTemplateGroupId: string; AddressTemplateIdSet: readonly string[] }) => ({
  id: row.AddressTemplateGroupId,
  templates: row.AddressTemplateIdSet,
});
const serviceTemplate = (row: { ServiceTemplateId: string; ServiceSet: readonly string[] }) => ({
  id: row.ServiceTemplateId,
  services: row.ServiceSet,
});
const serviceTemplateGroup = (row: { ServiceTemplateGroupId: string; ServiceTemplateIdSet: readonly string[] }) => ({
  id: row.ServiceTemplateGroupId,
  templates: row.ServiceTemplateIdSet,
});

/** Readers of parameter templates and their groups, by the model's names. */
export const templates3 = { addressTemplate, addressTemplateGroup, serviceTemplate, serviceTemplateGroup } as const;
