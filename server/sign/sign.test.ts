import { describe, expect, it } from 'vitest';
import { percentEncode, signRpc } from './aliyun-rpc.ts';
import { signTc3 } from './tc3.ts';
import { signV1, v1StringToSign } from './v1.ts';

/** The documents' example keys, which never opened anything. */
const id3 = 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE';
const key3 = 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE';
const id2017 = 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA';
const key2017 = 'Gu5t9xGARNpq86cd98joQYCN3Cozk1qA';

describe('the first signature', () => {
  const api3Params = {
    Action: 'DescribeInstances',
    'InstanceIds.0': 'ins-09dx96dg',
    Limit: '20',
    Nonce: '11886',
    Offset: '0',
    Region: 'ap-guangzhou',
    SecretId: id3,
    Timestamp: '1465185768',
    Version: '2017-03-12',
  };
  const params2017 = {
    Action: 'DescribeInstances',
    'InstanceIds.0': 'ins-09dx96dg',
    Nonce: '11886',
    Region: 'ap-guangzhou',
    SecretId: id2017,
    SignatureMethod: 'HmacSHA256',
    Timestamp: '1465185768',
  };
  const where3 = { httpMethod: 'GET', host: 'cvm.tencentcloudapi.com', path: '/', params: api3Params, underscoreAsDot: false } as const;
  const where2017 = {
    httpMethod: 'GET',
    host: 'cvm.api.qcloud.com',
    path: '/v2/index.php',
    params: params2017,
    underscoreAsDot: true,
  } as const;

  // The samples print a few letters wrong; these are the values that the documents' own inputs give.
  it('signs the sample of API 3.0 by HmacSHA1 (806)', () => {
    expect(signV1({ ...where3, method: 'HmacSHA1', secretKey: key3 })).toBe('EliP9YW3pW28FpsEdkXt/+WcGeI=');
  });

  it('signs the sample of the 2017 API by HmacSHA256 (8226)', () => {
    expect(signV1({ ...where2017, method: 'HmacSHA256', secretKey: key2017 })).toBe('0EEm/HtGRr/VJXTAD9tYMth1Bzm3lLHz5RCDv1GdM8s=');
  });

  it('signs the sample of the 2017 API by HmacSHA1 (8244)', () => {
    expect(signV1({ ...where2017, method: 'HmacSHA1', secretKey: key2017 })).toBe('RVSD1I6ip2Zo56I2HdqRVrt+1TE=');
  });

  it('signs raw values, and "." for "_" in names of the 2017 API only', () => {
    const params = { Placement_Zone: 'CN_GUANGZHOU', Name: 'a b&c=d/é' };
    const common = { httpMethod: 'POST', host: 'h', path: '/p', params } as const;
    expect(v1StringToSign({ ...common, underscoreAsDot: true })).toBe('POSTh/p?Name=a b&c=d/é&Placement.Zone=CN_GUANGZHOU');
    expect(v1StringToSign({ ...common, underscoreAsDot: false })).toBe('POSTh/p?Name=a b&c=d/é&Placement_Zone=CN_GUANGZHOU');
  });
});

describe('TC3', () => {
  const published = {
    // The published example masks its keys with asterisks, and is computed over them.
    secretId: `AKID${'*'.repeat(32)}`,
    secretKey: '*'.repeat(32),
    host: 'cvm.tencentcloudapi.com',
    product: 'cvm',
    action: 'DescribeInstances',
    timestamp: 1551113065,
    body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
  };

  it('gives the signature that Tencent Cloud publishes', () => {
    expect(signTc3(published)).toBe(
      `TC3-HMAC-SHA256 Credential=${published.secretId}/2019-02-25/cvm/tc3_request, ` +
        'SignedHeaders=content-type;host;x-tc-action, ' +
        'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
    );
  });

  it('never takes the derived key of another secret', () => {
    const signatureOf = (authorization: string): string => authorization.slice(-64);
    const first = signatureOf(signTc3(published));
    expect(signatureOf(signTc3({ ...published, secretKey: 'another' }))).not.toBe(first);
    expect(signatureOf(signTc3(published))).toBe(first);
  });
});

describe("Alibaba's RPC signature", () => {
  const published = {
    AccessKeyId: 'testid',
    Action: 'DescribeRegions',
    Format: 'XML',
    SignatureMethod: 'HMAC-SHA1',
    SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
    SignatureVersion: '1.0',
    Timestamp: '2016-02-23T12:46:24Z',
    Version: '2014-05-26',
  };

  it('gives the signature that Alibaba Cloud publishes', () => {
    expect(signRpc('GET', published, 'testsecret')).toBe('OLeaidS1JvxuMvnyHOwuJ+uX5qY=');
  });

  it('encodes what encodeURIComponent leaves alone', () => {
    expect(percentEncode("a!b'c(d)e*f~g h")).toBe('a%21b%27c%28d%29e%2Af~g%20h');
  });
});
