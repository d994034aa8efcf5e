#!/usr/bin/env bash
#SBATCH --job-name=winnow
#SBATCH --array=0-99
#SBATCH --cpus-per-task=8
#SBATCH --mem-per-cpu=1G
#SBATCH --time=12:00:00
#SBATCH --requeue
# Extracts folders of pages as a Slurm job array: task N takes every 100th line of a list, from the Nth on.
#
# Usage: sbatch Examples/batch/slurm.sh FOLDERS SHARDS
#   FOLDERS  a file with the path of a folder of pages on each line
#   SHARDS   a folder on a file system that all nodes see: the shards of task N are in SHARDS/N
#
# A task that is started again, by --requeue or by hand (sbatch --array=7 …), goes on behind its last whole shard. For another
# number of tasks give it twice, the same each time: WINNOW_TASKS=20 sbatch --array=0-19 …
set -euo pipefail
[[ $# -eq 2 ]] || { sed -n '9,16s/^# \{0,1\}//p' "$0" >&2; exit 64; }
task=${SLURM_ARRAY_TASK_ID:?start this with sbatch}
# Not SLURM_ARRAY_TASK_COUNT, which is 1 when one task is done again.
tasks=${WINNOW_TASKS:-100}
[[ $task -lt $tasks ]] || { echo "task $task of $tasks: WINNOW_TASKS is too small" >&2; exit 64; }
mapfile -t folders < <(awk -v task="$task" -v tasks="$tasks" '(NR - 1) % tasks == task' "$1")
[[ ${#folders[@]} -gt 0 ]] || exit 0

mkdir -p "$2"
status=0
"${WINNOW:-winnow}" extract "${folders[@]}" -j "${SLURM_CPUS_PER_TASK:-1}" \
  --output "$2/$task" --pack 256MiB --skip-existing || status=$?
# 1 says that some pages failed: their records say why, and the task is done.
[[ $status -le 1 ]]
