import Spool
import SystemPackage
import Testing

@Test(arguments: [
  // The second version alone, in the root group of a container too.
  ("0::/system.slice/winnow.service\n", "/sys/fs/cgroup/system.slice/winnow.service/memory.events"),
  ("0::/\n", "/sys/fs/cgroup/memory.events"),
  // The first version, and both beside each other.
  ("4:memory:/a\n1:cpu:/b\n", "/sys/fs/cgroup/memory/a/memory.oom_control"),
  ("9:cpuset,memory:/a:b\n0::/c\n", "/sys/fs/cgroup/memory/a:b/memory.oom_control"),
  ("1:name=systemd:/memory\n0::/c\n", "/sys/fs/cgroup/c/memory.events"),
])
func groupTellsWhereKillsAreCounted(membership: String, path: String) {
  #expect(KernelKills(membership: membership)?.path.string == path)
}

@Test(arguments: ["", "\n", "0::\n", "1:cpu:/\n", "memory:/a\n", "0:memory:a\n"])
func membershipWithoutAGroupOfMemoryTellsNothing(membership: String) {
  #expect(KernelKills(membership: membership) == nil)
}

@Test(
  arguments: [
    ("low 0\nhigh 0\nmax 12\noom 3\noom_kill 2\noom_group_kill 1\n", 2),
    ("oom_kill_disable 0\nunder_oom 0\noom_kill 7\n", 7),
    // Linux before 4.13, and what is no such file.
    ("oom_kill_disable 0\nunder_oom 0\n", nil), ("", nil), ("oom_kill many\n", nil),
  ] as [(String, Int?)])
func countIsTheNumberOfKills(text: String, count: Int?) {
  #expect(KernelKills.count(in: text) == count)
}

@Test func countThatCannotBeReadIsNotKnown() {
  #expect(KernelKills(membership: "0::/no/such/group")?.count() == nil)
}
