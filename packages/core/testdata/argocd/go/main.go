// Prints what Go's templates with sprig, gobwas/glob and r3labs/diff say: the
// libraries that Argo CD 3.2 uses. See ../SOURCE.md.
package main

import (
	"bytes"
	"encoding/json"
	"os"
	"text/template"

	"github.com/Masterminds/sprig/v3"
	"github.com/gobwas/glob"
	"github.com/r3labs/diff/v3"
)

type destination struct{ Server, Namespace, Name string }
type spec struct {
	SourceRepos  []string      `json:"sourceRepos,omitempty"`
	Destinations []destination `json:"destinations,omitempty"`
	Description  string        `json:"description,omitempty"`
}

const parameters = `{"revision":"main","cluster":"in-cluster","replicas":3,"build":1234567,"six":123456,"small":0.00001,"four":0.0001,"canary":true,"empty":"","nothing":null,"list":[1,"a",null,{"b":1}],"path":{"path":"argocd/environments","filename":"staging_eu.yaml","filenameNormalized":"staging-eu.yaml","segments":["argocd","environments"]}}`

var templates = []string{
	"plain", "{{.revision}}", "{{ .revision }}", "a {{- .revision -}} b", "a{{/* why */}}b", "a {{- /* why */ -}} b",
	"{{.path.path}}/x", `churn-{{.path.filenameNormalized | trimSuffix ".yaml"}}`, `{{ trimSuffix ".yaml" .path.filename | upper }}`,
	`{{ .path.filename | trimSuffix ".yaml" | replace "_" "-" }}`, "{{ index .path.segments 1 }}", `{{ (index .path.segments 0) | trimPrefix "argo" }}`,
	`{{ .empty | default "x" }}`, `{{ default "x" .revision }}`, `{{ default "x" }}`, `{{ .nothing | default "x" }}`, "{{ .revision | quote }}", "{{ .revision | squote }}",
	`{{ "a}}b" }}`, "{{ `raw\\n` }}", `{{ "tab\t" }}|`, `{{ splitList "/" .path.path | join "-" }}`, `{{ .list | join "," }}`,
	`{{ .revision | hasPrefix "ma" }}`, `{{ .revision | hasSuffix "ma" }}`, `{{ .revision | contains "ai" }}`, `{{ " a " | trim }}`,
	"{{ trunc 2 .revision }}", "{{ .revision | trunc -2 }}", "{{ trunc -9 .revision }}", "{{ .replicas }}", "{{ .replicas | toString }}", "{{ .replicas | quote }}",
	"{{ .build }}", "{{ .build | toString }}", "{{ .six }}", "{{ .small }}", "{{ .four }}", "{{ .canary }}", "{{ .nothing }}", "{{ .nothing | toString }}",
	"{{ .nothing | quote }}", "{{ .nothing | squote }}", "{{ .path.segments }}", "{{ .list }}", "{{ .path }}", "{{ . }}", "{{ true }}", "{{ 3 }}", "{{ -3 }}",
	`{{ index .path "filename" }}`, `{{ index .path "nope" }}`, `{{ trimSuffix "" .revision }}`, "{{ .revision | }}",
	"{{.nope}}", "x-{{.path.nope}}", "a\nb{{ .nope }}", "{{.nope.more}}", `{{ .nope | default "x" }}`, "{{.revision.more}}", "{{.nothing.more}}",
	"{{ .replicas | lower }}", "{{ .nothing | lower }}", "{{ .path.segments | upper }}", "{{ lower }}", "{{ lower .revision .cluster }}",
	"{{ index .path.segments 9 }}", `{{ index .path.segments "a" }}`, "{{ (index .path.segments 9) | lower }}", `{{ .revision "a" }}`, `{{ .path.filename "a" }}`, `{{ 3 "a" }}`, "{{ .revision | .cluster }}",
	"{{", "{{ .a", "{{ }}", "{{ ( .a }}", "{{ .a ) }}", `{{ "a }}`,
}

var globs = [][3]string{
	{"*", "", ""}, {"*", "a/b", ""}, {"ml-*", "ml-churn", ""}, {"ml-*", "xml-churn", ""}, {"ml-*/*", "ml-churn/a/b", ""}, {"ml-*/*", "ml-churn", ""},
	{"ml-?", "ml-x", ""}, {"ml-?", "ml-xy", ""}, {"{get,sync}", "sync", ""}, {"{get,sync}", "create", ""}, {"a{b,{c,d}e}f", "adef", ""}, {"a{b,{c,d}e}f", "aef", ""},
	{"[a-c]x", "bx", ""}, {"[a-c]x", "dx", ""}, {"[!a-c]x", "dx", ""}, {"[!a-c]x", "bx", ""}, {"[abc]", "c", ""}, {"[!ab]", "c", ""}, {"[^a]", "b", ""}, {"[^a]", "^", ""}, {"[a-cx]", "x", ""},
	{`a\*b`, "a*b", ""}, {`a\*b`, "axb", ""}, {"", "", ""}, {"", "a", ""}, {"a.b", "axb", ""}, {"[a", "[a", ""}, {"{a", "{a", ""}, {"a]", "a]", ""}, {"a}", "a}", ""}, {"a,b", "a,b", ""},
	{"http://host/*", "http://host/ml", "/"}, {"http://host/*", "http://host/ml/churn", "/"}, {"http://host/**", "http://host/ml/churn", "/"}, {"a?b", "a/b", "/"}, {"[!a]", "/", "/"},
}

func d(namespaces ...string) []destination {
	var list []destination
	for _, namespace := range namespaces {
		list = append(list, destination{Server: "s", Namespace: namespace})
	}
	return list
}

var diffs = [][2]spec{
	{{Description: "a"}, {Description: "b"}},
	{{}, {Description: "b"}},
	{{Description: "a"}, {}},
	{{}, {SourceRepos: []string{"x"}}},
	{{SourceRepos: []string{"x"}, Description: "a"}, {SourceRepos: []string{"y"}, Description: "b"}},
	{{SourceRepos: []string{"x", "y"}}, {SourceRepos: []string{"y", "z", "w"}}},
	{{Destinations: d("a")}, {Destinations: d("a", "b")}},
	{{Destinations: d("a", "b")}, {Destinations: d("a", "c")}},
	{{Destinations: d("a", "b")}, {Destinations: d("b", "a")}},
	{{Destinations: d("a", "b")}, {Destinations: d("b")}},
	{{Destinations: d("a", "b")}, {}},
}

func render(text, option string) map[string]any {
	var values map[string]any
	if err := json.Unmarshal([]byte(parameters), &values); err != nil {
		panic(err)
	}
	result := map[string]any{"template": text, "option": option}
	parsed, err := template.New("").Funcs(sprig.GenericFuncMap()).Parse(text)
	if err == nil {
		var output bytes.Buffer
		if err = parsed.Option(option).Execute(&output, values); err == nil {
			result["output"] = output.String()
		}
	}
	if err != nil {
		result["error"] = err.Error()
	}
	return result
}

func main() {
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	for _, option := range []string{"missingkey=error", "missingkey=default"} {
		for _, text := range templates {
			encoder.Encode(render(text, option))
		}
	}
	for _, g := range globs {
		compiled, err := glob.Compile(g[0], []rune(g[2])...)
		encoder.Encode(map[string]any{"glob": g[0], "text": g[1], "separators": g[2], "matches": err == nil && compiled.Match(g[1])})
	}
	for _, pair := range diffs {
		changes, _ := diff.Diff(pair[0], pair[1])
		keys := []string{}
		for _, change := range changes {
			keys = append(keys, change.Path...)
		}
		encoder.Encode(map[string]any{"before": lower(pair[0]), "after": lower(pair[1]), "keys": keys})
	}
}

// The specs as JSON has them, without what is empty.
func lower(s spec) map[string]any {
	result := map[string]any{}
	if s.SourceRepos != nil {
		result["sourceRepos"] = s.SourceRepos
	}
	var list []map[string]string
	for _, item := range s.Destinations {
		list = append(list, map[string]string{"server": item.Server, "namespace": item.Namespace})
	}
	if list != nil {
		result["destinations"] = list
	}
	if s.Description != "" {
		result["description"] = s.Description
	}
	return result
}
