// Passwords that many people have taken, as far as they are long enough to be taken here: the 308 of at least twelve
// characters among the 49,233 commonest in zxcvbn-ts's list (language-common 4.1.3, MIT). Kept as hashes, because many of
// them are not fit to be read.

const HASHES = new Set(
	(
		'101ttdokvn7he 102yvvppbtrn3 102yy51j97t47 103wk74h0d2qy 10maazw15kwoi 10mmfzf1k8mch5 117gxuy1sl0ox4 ' +
		'11blilc1cfs10q 11lpfpselagie 11x24l51eizhov 11x6lxjnwl7y1 126zocz18tanq5 12clpisccu3bu 12iyd2w19u6yrq ' +
		'12lj9hh1lc6s5v 12nxxwhhi4ml3 131ev9k18014e6 13b04rtzqc9br 13b9islul7nij 13hyt3f1xghxit 14222o312kuq5d ' +
		'148vss66vufbk 14dn6d61dn57oc 14pzynibqbb3o 14ram7fc3n2tt 14v1wq5d4nbuz 14yfdvhrtvtsz 150ymi41kmdx9i ' +
		'15wtm92h5qh80 166ebl11dwu6p3 167gvdqfzjilk 16krsim1bsphz4 16y0s5r12f1khl 16zgcl21b645zo 176vy431xt80e9 ' +
		'1771diuambb7c 17spcxk4jte0e 182ogflli9xkv 187lmbigga9w 18hl80hqfvyv 18lkmylzle6kj 18nd7rnqhrdip ' +
		'18qe425xzeqor 18r2hbsr4cpbq 195lqhdsvxp8v 196s3vt1h6ha97 199d5hf1e5m3ft 19d3lsl6vzg03 19hqg1x19momk3 ' +
		'19i48ivutnya1 19lxuzdohbxb 19qrw17121gog1 1a3h8gq1u8rv5k 1akwzip1qn1ye7 1ao4lhe78b3ik 1ard67rppp6wx ' +
		'1b32fv519u0dvj 1bds4n91p99d5b 1boumzz1h2j2f1 1bqxz5wgrvaty 1civxhk6gxk0u 1cw5qu51az5oir 1cxoyf51o91pln ' +
		'1damr8cdglmxi 1deht9bpkglod 1dlb2np1gk3p97 1ejb15612mrpyk 1ftgfq21nd3hzo 1fysgaf14vudmx 1g7zpx51ab29bv ' +
		'1gq4x231v1hflx 1h4u1991568j33 1hz1lktla9zkr 1i504079wqku1 1igxr4i19ypkko 1ikoxwz5mxdtp 1ise4j41hst5my ' +
		'1iyr7w3o0dqp 1j1d1vsh6a8zm 1j2n73oy3c74m 1j43a2x89f1wf 1j50tvo1y0efm 1jga87d1r6j447 1jksla31kgpjxh ' +
		'1jsmebw1jdhacy 1k2f152hkzcs4 1ki6lt1ueqypr 1kogbi81h0x2hq 1kqkya71969fll 1l2u1c018a5b3i 1l4505p13saz0f ' +
		'1l7piv1qmetln 1ld4uq21t56wvk 1lf1tes1beexsu 1lhkbd81ml83ii 1lijw5u1xhymso 1m3kmq1dnrdbz 1m3oz8h1kf9yzr ' +
		'1m9fd19cnfanf 1mfhips1xyviee 1mjlr7xdsx1yz 1mlv834hp2vi6 1mssf99la12oj 1mwr78f1hzdyy1 1n92rt5bti7lb ' +
		'1nkrsad10h7bnn 1nwxawdpgv1qj 1o65expjjf8lz 1ojtcvp14w250b 1owqbp318a8rsh 1p83y4jvr9pyp 1pg0c4y7hl8pw ' +
		'1phc5daln789w 1ppgcko5r72ku 1ppigub9s72nx 1puelrs2wr742 1qa232a1hsmj9g 1qdi0m71ezz7nh 1qdxvd1nz7hy3 ' +
		'1qtv5zbkpt9yt 1qtx3gfu1tcil 1qut1z114ae5qv 1qwiaja1odot3c 1r1pmke6fo76k 1reavfbmk24rd 1rfr6c4qlvpwy ' +
		'1rg9dew73kmp6 1rkadf510ujraf 1rlcvj07vj08i 1rwdbt34n9r39 1se5wa6i0xosw 1seyg4f1hckixd 1sfjd3eh6lnos ' +
		'1smf5ui1wd2gsw 1t0lz68c52lzy 1t7ss03qa0g1d 1t8jtnx1fvefpv 1tcqvkk7xv0ru 1tgrgxuvnslmo 1tkhu3z14u4jsp ' +
		'1tmbv5c16p57pq 1tt032p19dkg67 1tw3bo1ja8rrb 1twx8wzrw1cgd 1tzs3km13fcp9k 1ua3bjy11jojv0 1unmmtk1j351b2 ' +
		'1uqn42b18uixrt 1uy2lajg631nx 1v26cheq7z9ic 1v66yz52zyh1 1v92asu1y69tx8 1vdxwmj1x47p8h 1vobe0l4ukkmj ' +
		'1vs4o41ytchf7 1w5e4gxozb57v 1war67n13qiesp 1wbb14njp1k9 1wd5hhnoh8oc9 1wgp1e91yimf3b 1wnozw3eqjav9 ' +
		'1wnxcts1ehox52 1wvd7tl1hdsf7j 1x109pb1jzah9t 1x6d6il1iqlao3 1xsdzz41pfx7x6 1xwcqi51bfyfqz 1xxfirg14buk2m ' +
		'1y9zjfj1em19n1 1yau3hk1jtux8a 1ybk4q11rj1vvj 1yr0dhn73kvbh 1yyzfv0ixhjim 335ot5h2fbb3 3bmh8hqh9iyn ' +
		'3c3bqx1ed6py3 3qsfyfujn7gh 46sieh102454f 4n3dyx1dmshfj 4vfmovtzn7zp 5iv82s1obcvve 62o9nk1wywhe ' +
		'659sut11lz5m3 6ev34w1l8sm72 6l7ejb1bjqlo5 7lnylp5rvlyj 7m2pud137fzl7 7mws9d1wgqgsj 7r6e5ppp8963 ' +
		'7riyp7qosg01 7twu4e7q7990 7y7oeo17ewigu 841gvp6un5mr 8vbtr21jkcw2g 8vziq1tz12mv 95fqtn1qpcfcx ' +
		'97ifpizg6mp4 97sgsz1c0f84p 97tjrwwmo9a6 99xmf8l6b8fa 9cv1rf1972wm1 9diue8n94tbu 9h7nlkyaqdje ' +
		'9phksv14ga4l 9rbu1mhaz8w 9wu95d18n3p83 9zit53624fx9 a0eqckkimvq2 a1ff4lfvyqyz a2z74435u6p6 ' +
		'a9kb7x1eqr263 aeal6n15ahgal ai4x5ipwcca0 au597yyo04zc avh16k1s25nn2 b00yvceqkmoe b1cykn1sl6fp9 ' +
		'b70rdz1vj6ibd bi2sud176ppv7 bkazntzppqnj cj74kvni7jbt d2fjk1a2t1 d7r42xi9t10j dp8fmxh8hxcn ' +
		'dv6b051abq8pz e58u6b39l73t embdcruqrwx emh1c61m74f2w fncc4r1gyledx fv3s8y111utqo fvh6l11fcl1rj ' +
		'fvmb1tndxpz gp16t31jssjkp gt3p7r1ozpjop gvq89gu4ljjm gx68611tz6w9b h10uhe1pbk74o h18r4v4o9z21 ' +
		'hpxefy18zr670 i4af551jlb09b iczy5vm8bwvx idbmqzbjkc7p ikhgxe2rd61g ir6c3jzhc4t jb3im3imbfkh ' +
		'jcu6iszs0a12 jmn9gx1py6sk7 jty80k1wuxxtu jy3dkh1dngmaz jz6e2vp073wd kf2gqh1m1l47r l5pbj3y6g2gx ' +
		'lkblvqlptyt0 lmak4396xotl lo2k7h1i30auv m5bbuzqk1dz5 mgu5uyxp9cuk mqgwia17gh9ro mxmfeu1gusnt4 ' +
		'mxshps1od6iua nfjcd11ne2gyj ngferr14j4bmt oa8jdz1hnwuch opo92l1uzby9j oue2el1jxkyd3 p2kw5yx891s4 ' +
		'peikvhvjuhff pir073xsnzdl q435bn1betxct q9d1obbtgpyh qaz96j1ud98ox qigar1l1f18v ql4eu5jh111n ' +
		'qqm7euk08clw qzpuh71cb8f7h raiqs3yurtm9 rb96ms1cidhj2 re5fbcf9d302 s3jdn81ywmulq s4a4jx380jnv ' +
		'skksugwx8oc2 sp8zaw183eunq squb4f1mxe3cd su0goi43ily syxc40ndworu tgx9x3drtwbl tkdqyr1jk520h ' +
		'u3gqpbwzflfd ujkr7w1u15hju vgdzpw8d68hm vq9bn51eszjaz vzfs1u11ddz9s wfw90d14m8053 wr0da1fd1n6c ' +
		'wtmfp510jl3aj wxbw5f1dbuji1 x4knat16ynngr x4mrxz1y9zzt1 xmw8g413x6u46 y09aeh186b0ir yc8t4bbp9cqp ' +
		'yh66pas7jxxg yhxg2yhb9v8 yrkapr1ujb89l yte30c18bmz6a z5eysf1mnc5x1 ziqmsj1czh5fh zlavixg38nan'
	).split(' ')
);

/** Whether it stands in the list, in capitals or not. */
export function isCommonPassword(password: string): boolean {
	return HASHES.has(hashOf(password.toLowerCase()));
}

/** Two runs of FNV-1a with other beginnings, 64 bits together: no secret hangs on it, only that no two texts meet by chance. */
function hashOf(text: string): string {
	let [one, two] = [0x811c9dc5, 0x1000193];
	for (let at = 0; at < text.length; at++) {
		one = Math.imul(one ^ text.charCodeAt(at), 0x1000193);
		two = Math.imul(two ^ text.charCodeAt(at) ^ (at << 8), 0x1000193);
	}
	return [one, two].map((half) => (half >>> 0).toString(36)).join('');
}
