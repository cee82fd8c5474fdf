module goldens

go 1.24

require (
	github.com/Masterminds/sprig/v3 v3.3.0
	github.com/gobwas/glob v0.2.3
	github.com/r3labs/diff/v3 v3.0.2
)
