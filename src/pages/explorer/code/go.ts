/** The call for Go: the vendors' clients, and the standard library for the 2017 API, which has none. */
import { flatten } from '../../../../catalogue/wire.ts';
import { type CodeCall, literal, type Notation, productOf, quoteText } from './call.ts';

const go: Notation = {
  none: 'nil',
  yes: 'true',
  no: 'false',
  list: ['[]any{', '}'],
  map: ['map[string]any{', '}'],
  indent: '\t',
};

const texts: Notation = { ...go, map: ['map[string]string{', '}'] };

export function goCode(call: CodeCall): string {
  switch (call.data.protocol) {
    case 'api3':
      return goApi3(call);
    case 'api2017':
      return go2017(call);
    case 'aliyun-rpc':
      return goAliyun(call);
  }
}

function goApi3(call: CodeCall): string {
  const { action, data, params, region } = call;
  return `package main

import (
	"fmt"
	"os"

	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"
	tchttp "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/http"
	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/profile"
)

func main() {
	credential := common.NewCredential(os.Getenv("TENCENTCLOUD_SECRET_ID"), os.Getenv("TENCENTCLOUD_SECRET_KEY"))
	client := common.NewCommonClient(credential, ${quoteText(region)}, profile.NewClientProfile())
	request := tchttp.NewCommonRequest(${quoteText(productOf(call))}, ${quoteText(data.version ?? '')}, ${quoteText(action)})
	params := ${literal(params, go, 1)}
	if err := request.SetActionParameters(params); err != nil {
		panic(err)
	}
	response := tchttp.NewCommonResponse()
	if err := client.Send(request, response); err != nil {
		panic(err)
	}
	fmt.Println(string(response.GetBody()))
}
`;
}

function goAliyun({ action, data, params }: CodeCall): string {
  return `package main

import (
	"fmt"
	"os"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
)

func main() {
	client, err := sdk.NewClientWithAccessKey("cn-hangzhou", os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"), os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"))
	if err != nil {
		panic(err)
	}
	request := requests.NewCommonRequest()
	request.Method = "POST"
	request.Domain = ${quoteText(data.host)}
	request.Version = ${quoteText(data.version ?? '')}
	request.ApiName = ${quoteText(action)}
	request.QueryParams = ${literal(flatten(params, 1), texts, 1)}
	response, err := client.ProcessCommonRequest(request)
	if err != nil {
		panic(err)
	}
	fmt.Println(response.GetHttpContentString())
}
`;
}

function go2017({ action, data, params, region }: CodeCall): string {
  return `package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"net/url"
	"os"
	"sort"
	"strings"
	"time"
)

func main() {
	params := ${literal({ ...flatten(params), Action: action, Region: region }, texts, 1)}
	params["Timestamp"] = fmt.Sprint(time.Now().Unix())
	params["Nonce"] = fmt.Sprint(rand.Int31())
	params["SecretId"] = os.Getenv("TENCENTCLOUD_SECRET_ID")
	params["SignatureMethod"] = "HmacSHA256"
	names := []string{}
	for name := range params {
		names = append(names, name)
	}
	sort.Strings(names)
	pairs, form := []string{}, url.Values{}
	for _, name := range names {
		pairs = append(pairs, strings.ReplaceAll(name, "_", ".")+"="+params[name])
		form.Set(name, params[name])
	}
	hash := hmac.New(sha256.New, []byte(os.Getenv("TENCENTCLOUD_SECRET_KEY")))
	hash.Write([]byte(${quoteText(`POST${data.host}${data.path}?`)} + strings.Join(pairs, "&")))
	form.Set("Signature", base64.StdEncoding.EncodeToString(hash.Sum(nil)))
	response, err := http.PostForm(${quoteText(`https://${data.host}${data.path}`)}, form)
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	fmt.Println(string(body))
}
`;
}
